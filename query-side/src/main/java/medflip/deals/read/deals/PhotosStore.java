package medflip.deals.read.deals;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.deals.read.deals.Deal.Photo;
import medflip.kernel.FileKind;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads which photos a deal has. */
final class PhotosStore {

    private PhotosStore() {}

    /** By line, the first added first. */
    static Map<Integer, List<Photo>> photos(TenantJdbc.Queries queries, UUID deal) {
        Map<Integer, List<Photo>> photos = new HashMap<>();
        queries.query("SELECT * FROM deal_photo WHERE {tenant} AND deal_id = :deal ORDER BY added, number")
                .param("deal", deal)
                .query((RowCallbackHandler) row -> photos.computeIfAbsent(row.getInt("line"), line -> new ArrayList<>())
                        .add(new Photo(id(row, "id"), constant(row, "kind", FileKind.class))));
        return photos;
    }
}
