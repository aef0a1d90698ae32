package medflip.deals.write;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.customers.events.CustomerId;
import medflip.deals.events.CancelReason;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.PhotoEvent.PhotoRemoved;
import medflip.deals.events.PhotoEvent.PhotosAdded;
import medflip.deals.write.PhotoCommand.AddPhotos;
import medflip.deals.write.PhotoCommand.RemovePhoto;
import medflip.kernel.AttachedFile;
import medflip.kernel.FileKind;
import medflip.platform.files.FileRejection;
import medflip.platform.files.FileStore.StoredFile;
import medflip.platform.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhotosTest extends DealSpec {

    private static final CustomerId SOMEBODY_ELSE = CustomerId.of(TENANT, new UUID(3, 3));

    @Test
    void photos_show_the_boxes_of_a_line() {
        given(quoted(line(1, 1, "10.00")), accepted(), boxesReceived());
        when(add(1, photo(1), photo(2)));
        then(added(1, 1, 2));
    }

    @Test
    void photos_can_be_there_before_the_boxes_are() {
        given(quoted(line(1, 1, "10.00")));
        when(add(1, photo(1)));
        then(added(1, 1));
    }

    @Test
    void a_line_that_came_besides_has_photos_once_it_was_inspected() {
        given(quoted(line(1, 1, "10.00")), accepted(), boxesReceived());
        when(add(2, photo(1)));
        thenRejected(DealRejection.NO_SUCH_LINE);
        given(quoted(line(1, 1, "10.00")), accepted(), boxesReceived(), inspected(2, found(2, 1, "9.00")));
        when(add(2, photo(1)));
        then(added(2, 1));
    }

    @Test
    void there_is_no_line_before_the_first() {
        given(quoted(line(1, 1, "10.00")));
        when(add(0, photo(1)));
        thenRejected(DealRejection.NO_SUCH_LINE);
    }

    @Test
    void the_same_photo_again_changes_nothing() {
        given(quoted(line(1, 1, "10.00")), added(1, 1));
        when(add(1, photo(1)));
        thenNothing();
    }

    @Test
    void a_photo_of_somebody_elses_boxes_is_refused_else_it_would_not_be_forgotten_with_them() {
        given(quoted(line(1, 1, "10.00")));
        when(add(1, file(1, FileKind.JPEG, SOMEBODY_ELSE)));
        thenRejected(FileRejection.OF_SOMEBODY_ELSE);
        when(add(1, file(1, FileKind.JPEG, null)));
        thenRejected(FileRejection.OF_SOMEBODY_ELSE);
    }

    @Test
    void a_pdf_is_no_photo() {
        given(quoted(line(1, 1, "10.00")));
        when(add(1, file(1, FileKind.PDF, CUSTOMER)));
        thenRejected(DealRejection.NOT_A_PHOTO);
    }

    @Test
    void a_line_has_at_most_twelve_photos() {
        given(quoted(line(1, 1, "10.00"), line(2, 1, "10.00")), added(1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
        when(add(1, photo(12), photo(13)));
        thenRejected(DealRejection.TOO_MANY_PHOTOS);
        when(add(1, photo(12)));
        then(added(1, 12));
        when(add(2, photo(12), photo(13)));
        then(added(2, 12, 13));
    }

    @Test
    void a_removed_photo_can_be_added_again() {
        given(quoted(line(1, 1, "10.00")), added(1, 1));
        when(new RemovePhoto(DEAL, id(1)));
        then(new PhotoRemoved(DEAL, 1, id(1)));
        given(quoted(line(1, 1, "10.00")), added(1, 1), new PhotoRemoved(DEAL, 1, id(1)));
        when(add(1, photo(1)));
        then(added(1, 1));
    }

    @Test
    void a_photo_that_is_not_there_cannot_be_removed() {
        given(quoted(line(1, 1, "10.00")), added(1, 1), new PhotoRemoved(DEAL, 1, id(1)));
        when(new RemovePhoto(DEAL, id(1)));
        thenRejected(DealRejection.NO_SUCH_PHOTO);
    }

    @Test
    void photos_of_a_deal_that_has_ended_stay_as_they_are() {
        given(
                quoted(line(1, 1, "10.00")),
                added(1, 1),
                new DealCancelled(DEAL, CUSTOMER, CancelReason.OTHER, null, TODAY));
        when(add(1, photo(2)));
        thenRejected(DealRejection.NOT_RUNNING);
        when(new RemovePhoto(DEAL, id(1)));
        thenRejected(DealRejection.NOT_RUNNING);
    }

    private static AddPhotos add(int line, StoredFile... photos) {
        return new AddPhotos(DEAL, line, List.of(photos));
    }

    private static PhotosAdded added(int line, int... photos) {
        return new PhotosAdded(
                DEAL,
                line,
                IntStream.of(photos).mapToObj(number -> photo(number).file()).toList());
    }

    private static StoredFile photo(int number) {
        return file(number, FileKind.JPEG, CUSTOMER);
    }

    private static StoredFile file(int number, FileKind kind, @Nullable CustomerId about) {
        return new StoredFile(
                new AttachedFile(id(number), kind, 1_000, "hash"),
                Stream.ofNullable(about).map(Keyring::nameOf).findFirst().orElse(null),
                Instant.EPOCH,
                "request");
    }

    private static UUID id(int number) {
        return new UUID(9, number);
    }
}
