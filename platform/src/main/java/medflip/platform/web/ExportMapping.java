package medflip.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * The address of a whole list or report, which its method answers as a {@link Listing}: a CSV file, or NDJSON where
 * {@code Accept} or {@code format} asks for it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@RequestMapping(
        method = RequestMethod.GET,
        produces = {CsvResponse.MEDIA_TYPE, ListingFormat.NDJSON_TYPE})
public @interface ExportMapping {

    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value();
}
