package medflip.accounts.write;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.accounts.events.UserEvent.MemberRegistered;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.EraseUser;
import medflip.kernel.DataSubject;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Forgets;
import medflip.platform.tenancy.Caller;
import org.springframework.stereotype.Component;

/** Who worked for the business: their sign-ins, and the invitation by which they came. What they did stays. */
@Component
class ErasedMembers implements Forgets {

    private static final String USER = "user/";

    private final Histories histories;
    private final Commands commands;
    private final DeviceStore devices;

    ErasedMembers(Histories histories, Commands commands, DeviceStore devices) {
        this.histories = histories;
        this.commands = commands;
        this.devices = devices;
    }

    @Override
    public String holds() {
        return "sign-ins";
    }

    @Override
    public Set<DataSubject> alsoKnownAs(DataSubject somebody) {
        return somebody instanceof UserId user
                ? histories
                        .of(user, MemberRegistered.class)
                        .map(MemberRegistered::invitationId)
                        .collect(Collectors.<DataSubject>toSet())
                : Set.of();
    }

    @Override
    public long count(Forgotten who) {
        return users(who).mapToLong(devices::count).sum();
    }

    @Override
    public void forget(Forgotten who) {
        users(who).forEach(user -> {
            devices.forget(user);
            commands.send(Caller.job(who.tenant(), "erasure"), new EraseUser(user));
        });
    }

    private static Stream<UserId> users(Forgotten who) {
        return who.subjects().stream()
                .filter(subject -> subject.startsWith(USER))
                .map(subject -> UserId.of(who.tenant(), UUID.fromString(subject.substring(USER.length()))));
    }
}
