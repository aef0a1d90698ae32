package medflip.privacy.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import medflip.kernel.DataSubject;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Keyring;
import org.springframework.stereotype.Component;

/** All keys under which something is said of one and the same person, as far as any store knows. */
@Component
class KeysOfPeople {

    private final List<Forgets> stores;

    KeysOfPeople(List<Forgets> stores) {
        this.stores = stores;
    }

    /** By their names in the {@link Keyring}. */
    Set<String> of(DataSubject whose) {
        Set<DataSubject> known = new HashSet<>();
        Deque<DataSubject> open = new ArrayDeque<>(List.of(whose));
        while (!open.isEmpty()) {
            DataSubject next = open.pop();
            if (known.add(next)) {
                stores.forEach(each -> open.addAll(each.alsoKnownAs(next)));
            }
        }
        return known.stream().map(Keyring::nameOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
