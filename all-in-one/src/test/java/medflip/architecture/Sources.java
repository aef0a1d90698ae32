package medflip.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes written inside a test: compiled into a folder of their own, where no component scan ever finds them. */
final class Sources {

    private static final Pattern PLACE = Pattern.compile("(?s)package ([\\w.]+);.*?(?:class|interface|record) (\\w+)");

    private Sources() {}

    /** Compiles each text as a file, and shows the classes, while they can be loaded, to {@code look}. */
    static void compiled(Path folder, String[] texts, Consumer<JavaClasses> look) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        List<String> options = List.of("-d", folder.toString(), "-proc:none", "-classpath", classPath());
        List<JavaFileObject> files = Stream.of(texts).map(Sources::file).toList();
        if (!compiler.getTask(errors, null, null, options, null, files).call()) {
            throw new AssertionError(errors.toString());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            look.accept(new ClassFileImporter().importPath(folder));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static JavaFileObject file(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.find()) {
            throw new IllegalArgumentException("No package and class in: " + text);
        }
        String path = place.group(1).replace('.', '/') + "/" + place.group(2) + ".java";
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
