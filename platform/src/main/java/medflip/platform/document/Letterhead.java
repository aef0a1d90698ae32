package medflip.platform.document;

import java.util.ArrayList;
import java.util.List;
import medflip.kernel.PostalAddress;
import medflip.platform.document.Document.Party;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import org.jspecify.annotations.Nullable;

/** The business as its papers name it. */
public final class Letterhead {

    private Letterhead() {}

    /** Its name, address and phone, and the address of who signed it up; a blank name while nothing is known of it. */
    public static Party of(TenantJdbc.Queries queries, String role) {
        return queries.query("""
                        SELECT a.name, a.phone, a.address,
                            (SELECT u.email FROM account_user u WHERE {u.tenant} ORDER BY u.id LIMIT 1) AS email
                        FROM account a WHERE {a.tenant}
                        """)
                .query((row, number) -> party(
                        role,
                        row.getString("name"),
                        Json.valueOrNull(row.getString("address"), PostalAddress.class),
                        row.getString("phone"),
                        row.getString("email")))
                .optional()
                .orElse(new Party(role, List.of("")));
    }

    /** Somebody, with where and how they are reached, as far as that is known. */
    public static Party party(
            String role, String name, @Nullable PostalAddress address, @Nullable String phone, @Nullable String email) {
        List<String> lines = new ArrayList<>(List.of(name));
        lines.addAll(DocumentText.lines(address));
        if (phone != null) {
            lines.add(DocumentText.phone(phone));
        }
        if (email != null) {
            lines.add(email);
        }
        return new Party(role, lines.stream().distinct().toList());
    }
}
