package medflip.whole;

import java.util.List;
import medflip.launcher.ResendSimulator;
import medflip.launcher.ResendSimulator.SimulatedMail;

/** Waits for mails as somebody does who looks again and again, and follows their links. */
record Postbox(RunningService service) {

    List<SimulatedMail> of(String address) {
        return service.bean(ResendSimulator.class).mails().stream()
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    SimulatedMail await(String address, String subject) {
        return Eventually.of(
                        () -> of(address).stream()
                                .filter(mail -> mail.subject().equals(subject))
                                .toList(),
                        mails -> !mails.isEmpty())
                .getFirst();
    }

    /** What stands behind the link's {@code #}. */
    String token(String address, String subject) {
        return await(address, subject).text().replaceAll("(?s).*#(\\S+).*", "$1");
    }
}
