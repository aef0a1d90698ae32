package medflip.platform.serialization;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes {@code docs/events.md}: every event with its sentence, from the sources, and its fields, from the classes. */
final class EventDocument {

    private final EventNames names;
    private final Map<String, String> sentences = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();

    private EventDocument(EventNames names) {
        this.names = names;
    }

    /**
     * @param sources root of the sources of the events
     * @param stored an example of every event as stored, by name: it shows whom its personal data is about
     */
    static String of(EventNames names, Path sources, Map<String, JsonNode> stored) throws IOException {
        EventDocument document = new EventDocument(names);
        document.readSentences(sources);
        document.write(stored);
        return document.text.toString();
    }

    private void write(Map<String, JsonNode> stored) {
        text.append("""
                # Events

                Generated from `shared-events`; a test fails where this page is stale and names the command that \
                refreshes it.

                Every fact, by domain and family, under the name it is stored by. A field is always there unless it \
                says *optional*. A personal field is stored encrypted under the key of whom it is about, bound to the \
                field id given, and reads as `[erased]` once that key was destroyed. `shared-events/contract` holds an \
                example of every form ever written.
                """);
        Map<String, Map<Class<?>, Set<String>>> domains = new TreeMap<>();
        for (String name : names.all()) {
            domains.computeIfAbsent(name.substring(0, name.indexOf('.')), domain -> new LinkedHashMap<>())
                    .computeIfAbsent(family(type(name)), family -> new LinkedHashSet<>())
                    .add(name);
        }
        domains.forEach((domain, families) -> {
            text.append("\n## ").append(domain).append('\n');
            Set<Class<?>> values = new LinkedHashSet<>();
            families.forEach((family, events) -> {
                text.append("\n**")
                        .append(family.getSimpleName())
                        .append(".** ")
                        .append(sentence(family))
                        .append('\n');
                // In the order of the source, which tells a story; the names' own order doesn't.
                Arrays.stream(family.getPermittedSubclasses())
                        .filter(Class::isRecord)
                        .map(names::name)
                        .filter(events::contains)
                        .forEach(name -> event(name, stored.get(name), values));
            });
            values.forEach(this::value);
        });
    }

    private void event(String name, JsonNode example, Set<Class<?>> values) {
        Class<?> event = type(name);
        text.append("\n### ").append(name).append("\n\n");
        text.append(sentence(event))
                .append(" Revision ")
                .append(names.revision(name))
                .append(".\n\n");
        text.append("| field | type | personal |\n|---|---|---|\n");
        for (RecordComponent component : event.getRecordComponents()) {
            PersonalData personal = component.getAnnotation(PersonalData.class);
            row(component, personal == null ? why(component) : about(personal, example.get(component.getName())));
            note(component.getGenericType(), event, values);
        }
    }

    private static String about(PersonalData personal, JsonNode sealed) {
        String subject = sealed.get("subject").asString();
        return "`" + personal.value() + "`, of the " + subject.substring(0, subject.indexOf('/'));
    }

    private void value(Class<?> value) {
        text.append("\n### ")
                .append(value.getSimpleName())
                .append(" (a value)\n\n")
                .append(sentence(value));
        text.append("\n\n| field | type | personal |\n|---|---|---|\n");
        Arrays.stream(value.getRecordComponents()).forEach(component -> row(component, why(component)));
    }

    /** Why a text isn't personal. */
    private static String why(RecordComponent component) {
        NotPersonal not = component.getAnnotation(NotPersonal.class);
        return not == null ? "" : "no: " + not.value();
    }

    private void row(RecordComponent component, String personal) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        text.append("| ").append(component.getName());
        text.append(" | ").append(name(component.getGenericType())).append(optional ? ", optional" : "");
        text.append(" | ").append(personal).append(personal.isEmpty() ? "|\n" : " |\n");
    }

    /** Remembers values of the event's own domain, which are told below it; the kernel's speak for themselves. */
    private static void note(Type type, Class<?> event, Set<Class<?>> values) {
        if (type instanceof ParameterizedType list) {
            note(list.getActualTypeArguments()[0], event, values);
        } else if (type instanceof Class<?> plain
                && plain.isRecord()
                && !AggregateId.class.isAssignableFrom(plain)
                && plain.getPackage().equals(event.getPackage())) {
            values.add(plain);
        }
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + name(list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        return plain.isEnum()
                ? plain.getSimpleName() + ": "
                        + Arrays.stream(plain.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : plain.getSimpleName();
    }

    private Class<? extends DomainEvent> type(String name) {
        return names.find(name).orElseThrow();
    }

    private static Class<?> family(Class<?> event) {
        return event.getInterfaces()[0];
    }

    private String sentence(Class<?> type) {
        String sentence = sentences.get(type.getCanonicalName());
        if (sentence == null) {
            throw new AssertionError(type.getCanonicalName() + " has no Javadoc sentence.");
        }
        return sentence;
    }

    private void readSentences(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> files;
        try (Stream<Path> found = Files.walk(sources)) {
            files = found.filter(file -> file.toString().endsWith(".java")).toList();
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Sentences(docs, unit).scan(unit, null);
            }
        }
    }

    /** Collects the Javadoc of types by their canonical names, as plain Markdown. */
    private final class Sentences extends TreePathScanner<Void, Void> {

        private final DocTrees docs;
        private final CompilationUnitTree unit;

        Sentences(DocTrees docs, CompilationUnitTree unit) {
            this.docs = docs;
            this.unit = unit;
        }

        @Override
        public Void visitClass(ClassTree type, @Nullable Void nothing) {
            String comment = docs.getDocComment(getCurrentPath());
            if (comment != null) {
                sentences.put(canonicalName(), markdown(comment));
            }
            return super.visitClass(type, null);
        }

        private String canonicalName() {
            String name = "";
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof ClassTree type) {
                    name = "." + type.getSimpleName() + name;
                }
            }
            return unit.getPackageName() + name;
        }

        private static String markdown(String comment) {
            return comment.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                    .replaceAll("(?s)<p>.*|\\n\\s*@.*", "")
                    .strip()
                    .replaceAll("\\s+", " ");
        }
    }
}
