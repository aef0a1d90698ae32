package medflip.accounts.read.keys;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about keys. */
@RestController("apiKeyQuestionsApi")
@RequestMapping("/api/api-keys")
@Requires(Permission.ADMINISTER)
class ApiKeysApi {

    private final ApiKeysStore store;

    ApiKeysApi(ApiKeysStore store) {
        this.store = store;
    }

    /** The keys that open the API, or did until they ran out. */
    @GetMapping
    @Reads(ApiKeysProjection.GROUP)
    List<ApiKey> findApiKeys(Caller caller) {
        return store.keys(caller.tenant());
    }

    /** One of them. */
    @GetMapping("/{id}")
    @Reads(ApiKeysProjection.GROUP)
    ApiKey findApiKey(Caller caller, @PathVariable UUID id) {
        return store.key(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
