package medflip.platform.mail;

import java.util.List;
import medflip.platform.mail.MailLog.LoggedMail;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators which mails went out, and what became of them. What they say nobody sees. */
@RestController
@Requires(Permission.OPERATE)
class MailLogApi {

    private static final int MOST = 500;

    private final MailLog log;

    MailLogApi(MailLog log) {
        this.log = log;
    }

    /** The newest first; those alone that didn't arrive, if only these are wanted. */
    @GetMapping("/api/operator/mails")
    List<LoggedMail> findMails(@RequestParam(defaultValue = "false") boolean astray) {
        return log.newest(astray, MOST);
    }
}
