package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Photos of a deal's boxes over HTTP: attached to a line, shown to the business alone, and about the seller. */
class PhotosTest {

    private final Browser owner = RunningService.shared().browser().signUp("Photos");
    private final String customer =
            owner.post("/api/customers", Books.person()).expect(201).id();
    private final String deal =
            owner.post("/api/deals", Books.quote(customer)).expect(201).id();

    @Test
    void a_photo_is_attached_to_a_line_and_can_be_taken_out_and_back_in() throws IOException {
        String photo = uploaded("?customerId=" + customer);
        step("photos", Map.of("line", 1, "photoIds", List.of(photo))).expect(200);
        assertThat(photos()).containsExactly(photo);
        assertThat(owner.download("/api/files/" + photo + "/content").statusCode())
                .isEqualTo(200);
        step("photos/remove", Map.of("photoId", photo)).expect(200);
        assertThat(photos()).isEmpty();
        step("photos", Map.of("line", 1, "photoIds", List.of(photo))).expect(200);
        assertThat(photos()).containsExactly(photo);
        assertThat(RunningService.shared()
                        .browser()
                        .signUp("Stranger")
                        .download("/api/files/" + photo + "/content")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_photo_that_would_not_be_forgotten_with_the_seller_is_refused() throws IOException {
        Answer refused = step("photos", Map.of("line", 1, "photoIds", List.of(uploaded(""))));
        assertThat(refused.expect(409).code()).isEqualTo("files.of-somebody-else");
    }

    @Test
    void a_photo_that_nobody_uploaded_is_told_like_any_thing_that_is_not_there() {
        Answer refused = step(
                "photos",
                Map.of("line", 1, "photoIds", List.of(UUID.randomUUID().toString())));
        assertThat(refused.expect(404).code()).isEqualTo("request.not-found");
    }

    @Test
    void who_has_the_private_link_sees_the_photos_of_that_offer_and_of_no_other() throws IOException {
        String photo = uploaded("?customerId=" + customer);
        step("photos", Map.of("line", 1, "photoIds", List.of(photo))).expect(200);
        String token = token(deal);
        Browser seller = RunningService.shared().browser();
        JsonNode shown = seller.post("/api/offers/photos", Map.of("token", token))
                .expect(200)
                .json();
        assertThat(shown.findValuesAsString("id")).containsExactly(photo);
        assertThat(shown.get(0).get("item").asString()).isEqualTo("OneTouch Verio 50ct");
        Answer picture = seller.post("/api/offers/photo", Map.of("token", token, "photoId", photo))
                .expect(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        String other = token(
                owner.post("/api/deals", Books.quote(customer)).expect(201).id());
        assertThat(seller.post("/api/offers/photos", Map.of("token", other))
                        .expect(200)
                        .json())
                .isEmpty();
        for (String wrong : List.of(other, "x".repeat(43))) {
            assertThat(seller.post("/api/offers/photo", Map.of("token", wrong, "photoId", photo))
                            .expect(404)
                            .code())
                    .isEqualTo("request.not-found");
        }
    }

    private String token(String offered) {
        Answer seen = owner.get("/api/deals/" + offered).expect(200);
        Answer made = owner.change(
                        "POST",
                        "/api/deals/" + offered + "/offer-link",
                        Map.of("linkId", UUID.randomUUID().toString()),
                        seen.etag())
                .expect(200);
        String token = made.json().get("token").asString();
        Browser seller = RunningService.shared().browser();
        Eventually.of(
                () -> seller.post("/api/offers/open", Map.of("token", token)).status(), status -> status == 200);
        return token;
    }

    private List<String> photos() {
        JsonNode line =
                owner.get("/api/deals/" + deal).expect(200).json().get("lines").get(0);
        return line.get("photos").findValuesAsString("id");
    }

    private Answer step(String step, Map<String, ?> body) {
        String etag = owner.get("/api/deals/" + deal).expect(200).etag();
        return owner.change("POST", "/api/deals/" + deal + "/" + step, body, etag);
    }

    private String uploaded(String about) throws IOException {
        return uploaded(owner, about);
    }

    /** A small picture, about whomever. */
    static String uploaded(Browser owner, String about) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", png);
        return owner.upload(
                        "/api/files" + about,
                        "box.png",
                        png.toByteArray(),
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
    }
}
