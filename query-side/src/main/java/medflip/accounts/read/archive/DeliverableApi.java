package medflip.accounts.read.archive;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.ListCheck;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a command side that is a process of its own whether a list could be delivered to who asks. */
@Hidden
@RestController
class DeliverableApi {

    private final ListCheck lists;

    DeliverableApi(ListCheck lists) {
        this.lists = lists;
    }

    @GetMapping("/api/deliverable")
    ResponseEntity<Void> checkDeliverable(Caller caller, @RequestParam String list) {
        try {
            lists.check(caller, list);
        } catch (IllegalArgumentException refused) {
            throw new Faults.InvalidRequest(
                    List.of(new Faults.Fault("list", "invalid", String.valueOf(refused.getMessage()))));
        }
        return ResponseEntity.noContent().build();
    }
}
