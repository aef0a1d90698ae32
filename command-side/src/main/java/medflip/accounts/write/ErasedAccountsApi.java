package medflip.accounts.write;

import java.util.List;
import java.util.UUID;
import medflip.accounts.write.AccountErasureStore.LeftAccount;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.document.DocumentResponse;
import medflip.platform.privacy.Signer.Signed;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which businesses have left, and the certificates of those that were erased. */
@RestController
@Requires(Permission.OPERATE)
class ErasedAccountsApi {

    private final AccountErasureStore store;

    ErasedAccountsApi(AccountErasureStore store) {
        this.store = store;
    }

    /** A thousand: those that are still there first, then those that went last. */
    @GetMapping("/api/operator/erased-businesses")
    List<LeftAccount> findErasedBusinesses() {
        return store.all();
    }

    /**
     * What shows to anybody that a business was erased: the certificate, its signature, and by which key to check it.
     */
    @GetMapping("/api/operator/erased-businesses/{id}/certificate")
    Signed findErasureCertificate(@PathVariable UUID id) {
        return store.certificate(id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** The same to be printed. */
    @GetMapping(path = "/api/operator/erased-businesses/{id}/certificate.pdf", produces = DocumentResponse.MEDIA_TYPE)
    ResponseEntity<byte[]> printAccountErasureCertificate(@PathVariable UUID id) {
        return DocumentResponse.of(AccountErasurePaper.of(findErasureCertificate(id)));
    }
}
