package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the project's files keep to. Each message names the place; each exception its reason. */
class TidyTest {

    private static final int LONGEST_FILE = 300;

    /** Longer than a reader likes, and why that is better than two files. */
    private static final Map<String, String> LONG_FOR_A_REASON = Map.ofEntries(
            Map.entry(
                    "all-in-one/src/test/java/medflip/whole/IsolationMatrixTest.java",
                    "what every endpoint is called with"),
            Map.entry("all-in-one/src/main/java/medflip/launcher/StripeSimulator.java", "a whole service's API"),
            Map.entry("all-in-one/src/main/java/medflip/launcher/ResendSimulator.java", "a whole service's API"),
            Map.entry("all-in-one/src/test/java/medflip/whole/MailsTest.java", "mails from end to end"),
            Map.entry(
                    "command-side/src/test/java/medflip/accounts/write/MailPreviewsTest.java",
                    "every mail, from facts of all kinds"),
            Map.entry("all-in-one/src/main/java/medflip/launcher/StripeBooks.java", "what that service knows"),
            Map.entry("command-side/src/main/java/medflip/billing/write/Mirror.java", "every fact of a subscription"),
            Map.entry(
                    "command-side/src/main/java/medflip/accounts/write/WhenPaymentMattersThenMailTheOwners.java",
                    "a letter for each of these facts"),
            Map.entry("command-side/src/main/java/medflip/billing/write/StripeCalls.java", "every call to Stripe"),
            Map.entry("command-side/src/main/java/medflip/billing/write/BillingApi.java", "every wish to Stripe"),
            Map.entry(
                    "command-side/src/test/java/medflip/billing/write/SubscriptionHistoriesTest.java",
                    "twelve histories"),
            Map.entry("browser-ui/src/domains/billing/BillingScreen.tsx", "one screen, part by part"),
            Map.entry("all-in-one/src/test/java/medflip/whole/AccessMatrixTest.java", "what every endpoint needs"),
            Map.entry("platform/src/test/java/medflip/platform/serialization/Examples.java", "an event of each kind"),
            Map.entry("all-in-one/src/test/java/medflip/whole/Browser.java", "all that a browser does"),
            Map.entry(
                    "all-in-one/src/test/java/medflip/whole/BroughtArchiveTest.java", "every way to break an archive"),
            Map.entry("all-in-one/src/test/java/medflip/whole/Books.java", "a business with something of everything"),
            Map.entry("all-in-one/src/test/java/medflip/whole/BulkStepsTest.java", "one contract of six lists"),
            Map.entry(
                    "benchmarks/src/main/java/medflip/benchmarks/VolumeBenchmark.java",
                    "one large business and all that it is asked"),
            Map.entry(
                    "command-side/src/main/java/medflip/customers/write/UndoCustomers.java",
                    "the way back from each event of a card"),
            Map.entry("browser-ui/src/app/router.tsx", "every address of the UI stands in one place"),
            Map.entry("browser-ui/src/texts.ts", "every text of the UI stands in one place"),
            Map.entry(
                    "command-side/src/main/java/medflip/imports/write/ImportStore.java",
                    "where an import is, and its sealed parts"),
            Map.entry("all-in-one/src/test/java/medflip/whole/ErasureTest.java", "forgetting from end to end"),
            Map.entry(
                    "all-in-one/src/test/java/medflip/whole/ErasureCrashTest.java",
                    "one plug, and all that it is pulled from"),
            Map.entry("all-in-one/src/test/java/medflip/whole/RightsTest.java", "what people ask from end to end"),
            Map.entry("platform/src/main/java/medflip/platform/outbox/OutboxStore.java", "a row's whole life"),
            Map.entry("platform/src/main/java/medflip/platform/view/PastViews.java", "a past moment's whole life"),
            Map.entry("platform/src/main/java/medflip/platform/view/ViewSwitch.java", "one switch, step by step"),
            Map.entry(
                    "query-side/src/main/java/medflip/catalog/read/whatif/WhatIfStore.java",
                    "one question, from rows to figures"),
            Map.entry("browser-ui/src/domains/catalog/WhatIfScreen.tsx", "one screen, part by part"),
            Map.entry("platform/src/main/java/medflip/platform/export/ExportStore.java", "a row's whole life"),
            Map.entry("all-in-one/src/test/java/medflip/whole/ImportsTest.java", "files of all subjects, in and back"),
            Map.entry("query-side/src/test/java/medflip/reports/read/search/SearchTest.java", "all that is found"),
            Map.entry(
                    "all-in-one/src/test/java/medflip/whole/OperatorTest.java", "running the service from end to end"),
            Map.entry("all-in-one/src/test/java/medflip/whole/UndoTest.java", "undoing from end to end"),
            Map.entry(
                    "platform/src/main/java/medflip/platform/seal/SealStore.java", "trees and checkpoints, in and out"),
            Map.entry("query-side/src/main/java/medflip/audit/read/seal/BundleContent.java", "a bundle, file by file"),
            Map.entry(
                    "query-side/src/main/java/medflip/inventory/read/custody/CustodyStore.java",
                    "one way through the views of three domains"),
            Map.entry(
                    "query-side/src/main/resources/audit/Verifier.java",
                    "one file, so that an auditor can read and run it as it is"),
            Map.entry("command-side/src/test/java/medflip/deals/write/DealModelTest.java", "one model of a deal"),
            Map.entry(
                    "command-side/src/main/java/medflip/inventory/write/Lot.java",
                    "all that happens to boxes, and the cost that follows them"),
            Map.entry("command-side/src/main/java/medflip/deals/write/Deal.java", "the course of a deal"),
            Map.entry(
                    "query-side/src/main/java/medflip/inventory/read/stock/StockProjection.java",
                    "all events of one view"),
            Map.entry("query-side/src/main/java/medflip/inventory/read/stock/StockStore.java", "all about one shelf"),
            Map.entry(
                    "query-side/src/test/java/medflip/inventory/read/stock/StockProjectionTest.java",
                    "one view, all of its facts"),
            Map.entry("command-side/src/main/java/medflip/sales/write/Sale.java", "a sale's whole life"),
            Map.entry("command-side/src/main/java/medflip/messaging/write/Conversation.java", "all texts' one gate"),
            Map.entry("command-side/src/test/java/medflip/messaging/write/ConversationTest.java", "one contract"),
            Map.entry("all-in-one/src/main/java/medflip/launcher/TwilioSimulator.java", "a whole service's API"),
            Map.entry("all-in-one/src/test/java/medflip/whole/TextingTest.java", "texting from end to end"),
            Map.entry("command-side/src/test/java/medflip/imports/write/ImportRunnerTest.java", "one contract"),
            Map.entry("command-side/src/test/java/medflip/sales/write/SaleTest.java", "one contract"),
            Map.entry("platform/src/main/java/medflip/platform/privacy/Keyring.java", "a key's whole life"),
            Map.entry(
                    "platform/src/main/java/medflip/platform/serialization/EventForm.java",
                    "writing and reading mirror each other"),
            Map.entry(
                    "platform/src/main/java/medflip/platform/routing/AxonLog.java",
                    "writing and reading mirror each other"),
            Map.entry("platform/src/test/java/medflip/platform/routing/AxonLogTest.java", "one contract"),
            Map.entry(
                    "platform/src/test/java/medflip/platform/eventstore/PostgresEventStorageEngineTest.java",
                    "one contract"),
            Map.entry("platform/src/test/java/medflip/platform/outbox/OutboxWorkerTest.java", "one contract"),
            Map.entry("platform/src/test/java/medflip/platform/privacy/KeyringTest.java", "one contract"),
            Map.entry("platform/src/test/java/medflip/platform/serialization/EventSerializerTest.java", "one contract"),
            Map.entry(
                    "query-side/src/main/java/medflip/audit/read/timeline/TimelineProjection.java",
                    "what is told of every event"),
            Map.entry(
                    "query-side/src/main/java/medflip/deals/read/deals/DealsProjection.java", "all events of one view"),
            Map.entry(
                    "query-side/src/main/java/medflip/sales/read/sales/SalesProjection.java", "all events of one view"),
            Map.entry(
                    "query-side/src/main/java/medflip/customers/read/people/PeopleProjection.java",
                    "all events of one view"),
            Map.entry(
                    "command-side/src/main/java/medflip/customers/write/Customer.java",
                    "one card; what is kept about a person is in Records"),
            Map.entry(
                    "command-side/src/test/java/medflip/sales/write/ConservationTest.java",
                    "one model of the whole trade"),
            Map.entry(
                    "query-side/src/test/java/medflip/deals/read/deals/DealsProjectionTest.java",
                    "one view, event by event"),
            Map.entry(
                    "query-side/src/test/java/medflip/catalog/read/prices/PricesProjectionTest.java",
                    "one view, event by event"),
            Map.entry(
                    "query-side/src/test/java/medflip/reports/read/books/BooksReportsTest.java",
                    "each report of the books, from facts whose answer is known"),
            Map.entry("query-side/src/test/java/medflip/read/Facts.java", "a fact of each kind"),
            Map.entry("query-side/src/test/java/medflip/reports/read/books/History.java", "one life of money"),
            Map.entry("query-side/src/test/java/medflip/read/ListsOverHttpTest.java", "one contract of all lists"),
            Map.entry(
                    "query-side/src/test/java/medflip/customers/read/people/PeopleProjectionTest.java",
                    "what each event does to one view"),
            Map.entry(
                    "all-in-one/src/test/java/medflip/whole/PlaintextScanTest.java",
                    "one search of all that is kept, in each form that a value may have there"),
            Map.entry(
                    "all-in-one/src/test/java/medflip/architecture/TidyTest.java",
                    "each check beside its exceptions and their reasons"),
            Map.entry("query-side/src/test/java/medflip/read/Story.java", "everything that can happen"));

    private static final Map<String, String> DOCUMENTS_THAT_STAY_SHORT =
            Map.of("README.md", "150", "ARCHITECTURE.md", "300", "CONTRIBUTING.md", "120");

    /** It waits for nothing: others have their turn meanwhile. */
    private static final String GIVES_WAY = "platform/src/main/java/medflip/platform/seal/Sealer.java";

    /** Programs that a person starts in a terminal. */
    private static final Set<String> PRINT_TO_THE_CONSOLE = Set.of(
            "query-side/src/main/resources/audit/Verifier.java",
            "benchmarks/src/main/java/medflip/benchmarks/Report.java",
            "all-in-one/src/test/java/medflip/whole/LoggedCards.java",
            "all-in-one/src/test/java/medflip/whole/LoggedCardsTest.java",
            "platform/src/test/java/medflip/platform/serialization/SerializationSpeed.java");

    /** Which versions a module's migrations have, so that two modules never take the same. */
    private static final Map<String, List<Integer>> MIGRATIONS =
            Map.of("platform", List.of(1, 199), "command-side", List.of(200, 299), "query-side", List.of(300, 499));

    @Test
    void every_package_says_what_it_is_for() {
        Pattern documented = Pattern.compile("(?s)^/\\*\\*.*?[.].*?\\*/\\s*@NullMarked\\s+package ");
        Set<String> described = java().filter(file -> file.endsWith("/package-info.java"))
                .filter(file -> documented.matcher(ProjectFiles.text(file)).find())
                .map(TidyTest::packageOf)
                .collect(Collectors.toSet());

        assertThat(java().filter(file -> file.contains("/java/"))
                        .map(TidyTest::packageOf)
                        .distinct())
                .as("packages without a package-info.java that has Javadoc and @NullMarked")
                .allSatisfy(name -> assertThat(described).contains(name));
    }

    @Test
    void tests_have_a_name_under_which_they_are_run() {
        Pattern test = Pattern.compile("(?m)^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");
        assertNone(
                "classes with tests whose name doesn't end with Test, so that the build never runs them",
                java().filter(file -> file.contains("/src/test/") && !file.endsWith("Test.java"))
                        .filter(file -> test.matcher(ProjectFiles.text(file)).find()));
    }

    @Test
    void nothing_prints_to_the_console() {
        assertNone(
                "a log line has a level, a time and a place",
                lines(
                        java().filter(file -> !PRINT_TO_THE_CONSOLE.contains(file)),
                        containing("System" + ".out", "System" + ".err")));
    }

    @Test
    void nothing_sleeps() {
        assertNone(
                "a sleep is too short on a slow machine and too long on a fast one: wait for what must happen",
                lines(java().filter(file -> !GIVES_WAY.equals(file)), containing("Thread" + ".sleep(")));
    }

    @Test
    void what_is_switched_off_says_why() {
        assertNone(
                "what is switched off has a comment with the reason, on its line or the one before",
                java().flatMap(file -> {
                    List<String> text = ProjectFiles.text(file).lines().toList();
                    return IntStream.range(0, text.size())
                            .filter(i -> text.get(i).matches("\\s*.*@(Disabled|SuppressWarnings)\\b.*"))
                            .filter(i -> !text.get(i).contains("//")
                                    && (i == 0 || !text.get(i - 1).strip().startsWith("//")))
                            .mapToObj(i -> file + ":" + (i + 1));
                }));
    }

    @Test
    void nothing_is_left_for_later() {
        assertNone(
                "what is left to do is an issue, not a comment", lines(texts(), containing("TO" + "DO", "FIX" + "ME")));
    }

    @Test
    void nobody_writes_code_that_nobody_sees() {
        assertNone("no annotation processor adds methods here", lines(java(), containing("import lom" + "bok.")));
    }

    @Test
    void sql_stands_in_stores_and_projections() {
        Pattern statement = Pattern.compile("\"\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\\s");
        assertNone(
                "SQL outside …Store, …Index, …Projection and …Reports",
                java().filter(file -> file.contains("/src/main/") && !file.startsWith("platform/"))
                        .filter(file -> !file.startsWith("benchmarks/"))
                        .filter(file -> !file.matches(".*(Store|Index|Projection|Reports)\\.java"))
                        .filter(file ->
                                statement.matcher(ProjectFiles.text(file)).find()));
    }

    @Test
    void links_in_documents_lead_somewhere() {
        Pattern link = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)\\s]*)?(?:\\s+\"[^\"]*\")?\\)");
        assertNone(
                "links that lead nowhere",
                ProjectFiles.all(".md")
                        .flatMap(file -> link.matcher(ProjectFiles.text(file))
                                .results()
                                .map(found -> found.group(1))
                                .filter(target -> !target.matches("[a-z]+:.*"))
                                .filter(target -> !target.startsWith("/"))
                                .filter(target -> !ProjectFiles.exists(beside(file, target)))
                                .map(target -> file + " -> " + target)));
    }

    @Test
    void decisions_are_numbered_without_gaps() {
        List<String> records = ProjectFiles.all(".md")
                .filter(file -> file.startsWith("docs/adr/"))
                .toList();

        assertThat(records)
                .as("docs/adr/NNNN-title.md")
                .allMatch(file -> file.matches("docs/adr/\\d{4}-[a-z0-9-]+\\.md"));
        assertThat(records.stream().map(file -> Integer.valueOf(file.substring(9, 13))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, records.size()).boxed().toList());
    }

    @Test
    void documents_stay_short() {
        assertNone(
                "documents that nobody reads to the end",
                DOCUMENTS_THAT_STAY_SHORT.entrySet().stream()
                        .filter(most -> ProjectFiles.exists(most.getKey()))
                        .filter(most -> length(most.getKey()) > Integer.parseInt(most.getValue()))
                        .map(most -> most.getKey() + " has more than " + most.getValue() + " lines"));
    }

    @Test
    void files_are_short_or_say_why_not() {
        List<String> longer = Stream.of(".java", ".ts", ".tsx")
                .flatMap(ProjectFiles::all)
                .filter(file -> !file.endsWith(".d.ts"))
                .filter(file -> length(file) > LONGEST_FILE)
                .toList();

        assertThat(longer)
                .as("over " + LONGEST_FILE + " lines")
                .containsExactlyInAnyOrderElementsOf(LONG_FOR_A_REASON.keySet());
    }

    @Test
    void nothing_names_one_machine_or_one_registry() {
        Pattern place = Pattern.compile("(?<![\\w.])/(root|work|home|Users)/\\w|\"resolved\": \"|_auth|"
                + "https?://(registry\\.|repo\\.maven|repo1\\.maven)");
        assertNone(
                "paths of one machine, addresses of registries",
                lines(texts(), place.asPredicate()).filter(found -> !found.contains("/TidyTest.java:")));
    }

    @Test
    void versions_stand_in_one_pom() {
        Pattern version = Pattern.compile("<version>(?!0\\.1\\.0<|\\$\\{)");
        assertNone(
                "versions belong into the properties of the root's pom.xml",
                lines(ProjectFiles.all("/pom.xml"), version.asPredicate()));
    }

    @Test
    void migrations_of_all_modules_make_one_row() {
        Pattern name = Pattern.compile("(.+)/src/main/resources/db/medflip/V(\\d+)__[a-z0-9_]+\\.sql");
        List<MatchResult> found = ProjectFiles.all(".sql")
                .filter(file -> file.contains("/db/medflip/"))
                .map(file -> {
                    var match = name.matcher(file);
                    assertThat(match.matches())
                            .as(file + ": V<number>__<what_it_brings>.sql")
                            .isTrue();
                    return match.toMatchResult();
                })
                .toList();

        assertThat(found).extracting(match -> match.group(2)).doesNotHaveDuplicates();
        assertThat(found).allSatisfy(match -> {
            List<Integer> range = Objects.requireNonNull(MIGRATIONS.get(match.group(1)), match.group(1));
            assertThat(Integer.parseInt(match.group(2))).isBetween(range.getFirst(), range.getLast());
        });
    }

    private static void assertNone(String why, Stream<String> found) {
        assertThat(found.toList()).as(why).isEmpty();
    }

    private static Stream<String> java() {
        return ProjectFiles.all(".java");
    }

    /** What people write: no pictures, no sample data, no lists that npm writes but for its addresses. */
    private static Stream<String> texts() {
        Pattern written = Pattern.compile(
                ".*(\\.(java|ts|tsx|mjs|js|json|md|xml|yml|yaml|properties|sql|html|css)|\\.npmrc|\\.ci/run)");
        return ProjectFiles.all().filter(file -> written.matcher(file).matches());
    }

    private static Predicate<String> containing(String... words) {
        return line -> Stream.of(words).anyMatch(line::contains);
    }

    /** The places, as {@code file:line}, of matching lines. */
    private static Stream<String> lines(Stream<String> files, Predicate<String> wanted) {
        return files.flatMap(file -> {
            List<String> text = ProjectFiles.text(file).lines().toList();
            return IntStream.range(0, text.size())
                    .filter(i -> wanted.test(text.get(i)))
                    .mapToObj(i -> file + ":" + (i + 1) + ": " + text.get(i).strip());
        });
    }

    private static long length(String file) {
        return ProjectFiles.text(file).lines().count();
    }

    private static String packageOf(String file) {
        String folder = file.replaceFirst(".*/src/(main|test)/java/", "");
        return folder.substring(0, folder.lastIndexOf('/')).replace('/', '.');
    }

    private static String beside(String file, String target) {
        Path folder = Path.of(file).getParent();
        Path found = folder == null ? Path.of(target) : folder.resolve(target);
        return found.normalize().toString();
    }
}
