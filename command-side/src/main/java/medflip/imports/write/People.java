package medflip.imports.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import medflip.imports.write.Purchase.Seller;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which rows are of one person.
 *
 * <p>A phone number or an e-mail address makes the same person, whatever the name beside it: in real ledgers the names
 * at one number are spellings of one name ({@code Zoë Lee}, {@code zoë lee}, {@code Zoë}). A name alone doesn't, since
 * namesakes with numbers of their own are common. Only a row with neither number nor address goes by its name: to the
 * one person of the file with that full name if there is exactly one, else to a person of that name alone, so that
 * nobody gets a stranger's deals; merging them is for somebody who knows. Names are compared without case, spaces and
 * dashes; accents tell people apart, and a first name alone never joins anybody with a number.
 */
final class People {

    /**
     * A person as all their rows together describe them.
     *
     * @param identity what the person's id is derived from: the first number, else the first address, else the name
     */
    record Person(
            String identity,
            PersonName name,
            List<PhoneNumber> phones,
            List<EmailAddress> emails,
            @Nullable String leadSource) {}

    /** Somebody whom the business bought from before isn't somebody who heard of it. */
    private static final String CAME_AGAIN = "Repeat";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern WORD_START = Pattern.compile("(?<!\\p{L})\\p{L}");

    private People() {}

    /** The person of each seller, in the sellers' order; rows of one person share one {@link Person}. */
    static List<Person> of(List<Seller> sellers) {
        Groups groups = new Groups();
        for (Seller seller : sellers) {
            if (seller.phone() != null && seller.email() != null) {
                groups.join(key(seller.phone()), key(seller.email()));
            }
        }
        Map<String, List<String>> namesakes = new HashMap<>();
        for (Seller seller : sellers) {
            contacts(seller).findFirst().map(groups::of).ifPresent(group -> {
                List<String> all = namesakes.computeIfAbsent(fold(seller.name()), name -> new ArrayList<>());
                if (!all.contains(group)) {
                    all.add(group);
                }
            });
        }
        List<String> keys = sellers.stream()
                .map(seller -> contacts(seller)
                        .findFirst()
                        .map(groups::of)
                        .orElseGet(() -> byName(fold(seller.name()), namesakes)))
                .toList();
        Map<String, List<Seller>> rows = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            rows.computeIfAbsent(keys.get(i), key -> new ArrayList<>()).add(sellers.get(i));
        }
        Map<String, Person> people = new HashMap<>();
        rows.forEach((key, all) -> people.put(key, person(all)));
        return keys.stream().map(people::get).map(Objects::requireNonNull).toList();
    }

    private static String byName(String name, Map<String, List<String>> namesakes) {
        List<String> candidates = namesakes.getOrDefault(name, List.of());
        boolean fullName = name.contains(" ");
        return fullName && candidates.size() == 1 ? candidates.getFirst() : "name:" + name;
    }

    private static Person person(List<Seller> rows) {
        List<PhoneNumber> phones = distinct(rows, Seller::phone);
        List<EmailAddress> emails = distinct(rows, Seller::email);
        PersonName name = fullest(rows.stream().map(Seller::name).toList());
        String identity = Stream.concat(
                        phones.stream().map(People::key), emails.stream().map(People::key))
                .min(Comparator.comparing((String key) -> !key.startsWith("phone:"))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseGet(() -> "name:" + fold(name));
        List<String> sources = distinct(rows, Seller::leadSource);
        String source = sources.stream()
                .filter(candidate -> !candidate.equals(CAME_AGAIN))
                .findFirst()
                .orElse(sources.isEmpty() ? null : sources.getFirst());
        return new Person(identity, name, phones, emails, source);
    }

    /** What identifies the seller of a row taken alone: its number, else its address, else the folded name. */
    static String identityInRow(Seller seller) {
        return contacts(seller).findFirst().orElseGet(() -> "name:" + fold(seller.name()));
    }

    /** The spelling with most words; of equally long ones one with large and small letters, then the first. */
    private static PersonName fullest(List<PersonName> spellings) {
        PersonName best = spellings.stream()
                .max(Comparator.comparingInt((PersonName name) -> fold(name).split(" ").length)
                        .thenComparing(name -> !isOfOneCase(name.value())))
                .orElseThrow();
        return isOfOneCase(best.value()) ? new PersonName(capitalised(best.value())) : best;
    }

    private static boolean isOfOneCase(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT)) || name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static String capitalised(String name) {
        return WORD_START
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }

    private static String fold(PersonName name) {
        return BETWEEN_WORDS
                .matcher(name.value().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static Stream<String> contacts(Seller seller) {
        return Stream.concat(
                Stream.ofNullable(seller.phone()).map(People::key),
                Stream.ofNullable(seller.email()).map(People::key));
    }

    private static String key(PhoneNumber phone) {
        return "phone:" + phone.value();
    }

    private static String key(EmailAddress email) {
        return "email:" + email.value();
    }

    private static <T> List<T> distinct(List<Seller> rows, Function<Seller, @Nullable T> part) {
        return rows.stream().map(part).filter(Objects::nonNull).distinct().toList();
    }

    /** Union-find over contacts. */
    private static final class Groups {

        private final Map<String, String> parents = new HashMap<>();

        void join(String one, String other) {
            String root = of(one);
            if (!root.equals(of(other))) {
                parents.put(of(other), root);
            }
        }

        String of(String contact) {
            String root = contact;
            while (parents.containsKey(root)) {
                root = parents.get(root);
            }
            for (String each = contact; !each.equals(root); ) {
                each = Objects.requireNonNull(parents.put(each, root));
            }
            return root;
        }
    }
}
