package medflip.deals.read.deals;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What sellers attested to. */
@RestController
class AttestationsApi {

    private final AttestationsStore store;

    AttestationsApi(AttestationsStore store) {
        this.store = store;
    }

    /** What a person attested to, deal by deal, the latest first; also what they did under a merged card. */
    @GetMapping("/api/customers/{id}/attestations")
    @Reads({DealsProjection.GROUP, "customers.people"})
    List<AttestedDeal> findAttestations(Caller caller, @PathVariable UUID id) {
        return store.of(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
