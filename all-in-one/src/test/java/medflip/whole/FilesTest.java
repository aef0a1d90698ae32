package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;

/** Files over HTTP: what is taken, how it comes back, and to whom. */
class FilesTest {

    static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1);

    private final RunningService service = RunningService.shared();
    private final Browser owner = service.browser().signUp("Files");

    @Test
    void a_file_comes_back_to_be_saved_and_can_never_run_as_a_page_of_ours() {
        String id = upload("/api/files", "receipt.html", PDF).expect(201).id();
        Answer content = owner.get("/api/files/" + id + "/content").expect(200);
        assertThat(content.body()).isEqualTo(new String(PDF, StandardCharsets.ISO_8859_1));
        assertThat(content.headers().map())
                .containsEntry("content-type", java.util.List.of("application/pdf"))
                .containsEntry("x-content-type-options", java.util.List.of("nosniff"))
                .containsEntry("content-disposition", java.util.List.of("attachment; filename=\"" + id + ".pdf\""))
                .containsEntry("content-security-policy", java.util.List.of("default-src 'none'; sandbox"));
        assertThat(content.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(owner.get("/api/files/" + id).expect(200).json().get("kind").asString())
                .isEqualTo("PDF");
    }

    @Test
    void a_page_that_is_called_a_photo_is_refused_and_a_repeat_is_answered_like_the_first() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(upload("/api/files", "photo.jpg", page).expect(422).code()).isEqualTo("files.type-unknown");
        String key = UUID.randomUUID().toString();
        String first = owner.upload("/api/files", "a.pdf", PDF, key).expect(201).id();
        assertThat(owner.upload("/api/files", "b.pdf", PDF, key).expect(201).id())
                .isEqualTo(first);
    }

    @Test
    void a_file_of_ten_megabytes_is_taken_and_a_longer_one_is_refused() {
        byte[] most = java.util.Arrays.copyOf(PDF, 10 * 1024 * 1024);
        upload("/api/files", "long.pdf", most).expect(201);
        byte[] longer = java.util.Arrays.copyOf(PDF, most.length + 1);
        assertThat(upload("/api/files", "longer.pdf", longer).expect(422).code())
                .isEqualTo("files.too-large");
        byte[] farLonger = java.util.Arrays.copyOf(PDF, 2 * most.length);
        assertThat(upload("/api/files", "far-longer.pdf", farLonger).expect(413).code())
                .isEqualTo("request.too-large");
    }

    private Answer upload(String path, String name, byte[] file) {
        return owner.upload(path, name, file, UUID.randomUUID().toString());
    }
}
