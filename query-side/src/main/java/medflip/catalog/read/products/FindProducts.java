package medflip.catalog.read.products;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Channel;
import org.jspecify.annotations.Nullable;

/** Which products? */
record FindProducts(
        @Schema(description = "The beginnings of words: acc gu 100. Of the name, the maker, the category or the code")
        @Nullable
        String search,

        @Nullable String category,
        @Nullable Channel channel,

        @Schema(description = "Only retired ones, or only the others", defaultValue = "false") @Nullable
        Boolean retired,

        @Schema(description = "Only these, such as those that were chosen") @Nullable
        List<UUID> ids) {}
