package medflip.whole;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** In whose hands boxes were, in both directions. */
class CustodyTest {

    private final RunningService service = RunningService.shared();

    @Test
    void a_box_is_followed_from_its_seller_to_its_buyer_and_back_from_its_lot_number() throws IOException {
        Books books = Books.open(service);
        Browser owner = books.owner();
        String lot = books.lot();
        String photo = PhotosTest.uploaded(owner, "?customerId=" + books.customer());
        Books.step(owner, books.deal(), "photos", Map.of("line", 1, "photoIds", List.of(photo)));
        String expiry =
                owner.get("/api/lots/" + lot).expect(200).json().get("expiry").asString();
        Books.change(owner, "/api/lots/" + lot, "label", Map.of("lotNumber", "KX 2207", "expiry", expiry));
        String sale = "/api/sales/"
                + owner.post("/api/sales", Books.draft(lot, 1)).expect(201).id();
        Books.change(owner, sale, "confirm", Map.of());
        Books.change(owner, sale, "ship", Map.of("tracking", "1Z999"));
        Books.change(owner, sale, "deliver", Map.of());
        Map<String, ?> cracked = Map.of("lotId", lot, "deducted", Books.usd(700));
        Books.change(owner, sale, "inspect", Map.of("lines", List.of(cracked)));

        JsonNode way = Eventually.of(
                () -> owner.get("/api/lots/" + lot + "/custody").expect(200).json(),
                custody -> custody.toString().contains("BUYER_INSPECTED"));
        assertThat(way.get("customerName").asString()).isEqualTo(Books.NAME);
        assertThat(way.get("photos").toString()).contains(photo);
        assertThat(way.get("steps").valueStream().map(step -> step.get("kind").asString()))
                .contains("QUOTED", "RECEIVED", "INSPECTED", "STOCKED", "SOLD", "SHIPPED", "DELIVERED");
        JsonNode deduction = way.get("steps")
                .valueStream()
                .filter(step -> step.get("kind").asString().equals("BUYER_INSPECTED"))
                .findFirst()
                .orElseThrow();
        assertThat(deduction.at("/amount/minor").asLong()).isEqualTo(700);
        assertThat(deduction.get("buyer").asString()).isEqualTo(Books.BUYER);
        assertThat(owner.download("/api/lots/" + lot + "/custody.pdf").body())
                .asString(ISO_8859_1)
                .startsWith("%PDF");

        JsonNode recalled =
                owner.get("/api/custody?lotNumber=kx2207").expect(200).json();
        assertThat(recalled.get("total").asInt()).as("a box each").isEqualTo(2);
        assertThat(recalled.get("items")).allSatisfy(box -> {
            assertThat(box.get("lotId").asString()).isEqualTo(lot);
            assertThat(box.get("customerId").asString()).isEqualTo(books.customer());
            assertThat(box.get("buyer").asString()).isEqualTo(Books.BUYER);
        });
        assertThat(owner.get("/api/custody?lotNumber=none")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt())
                .isZero();
    }
}
