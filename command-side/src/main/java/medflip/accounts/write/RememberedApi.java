package medflip.accounts.write;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a query side that is a process of its own sends a browser that may be remembered. If it is, it has a session by
 * the time that it gets here, and goes back to what it asked; otherwise it is told to sign in, as everywhere.
 */
@Hidden
@RestController
class RememberedApi {

    @GetMapping("/api/sign-in/remembered")
    @Requires(Permission.SESSION)
    ResponseEntity<Void> goBack(@RequestParam String to) {
        if (!to.startsWith("/api/")) {
            throw new CommandRejected(RequestRejection.NOT_FOUND);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address(to)).build();
    }

    private static URI address(String to) {
        try {
            return URI.create(to);
        } catch (IllegalArgumentException e) {
            throw new CommandRejected(RequestRejection.NOT_FOUND);
        }
    }
}
