package medflip.accounts.write;

import medflip.accounts.events.Role;
import medflip.accounts.write.AccountCommand.JoinBusiness;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.accounts.write.Invitation.Invited;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Signing up and joining are several aggregates in one unit of work: their events are stored together or not at all.
 */
@Component
class SignUpHandler {

    private final Repository<Account> accounts;
    private final Repository<User> users;
    private final Repository<Invitation> invitations;

    SignUpHandler(Repository<Account> accounts, Repository<User> users, Repository<Invitation> invitations) {
        this.accounts = accounts;
        this.users = users;
        this.invitations = invitations;
    }

    @CommandHandler
    void decide(SignUp command) throws Exception {
        users.newInstance(() -> new User(command));
        accounts.newInstance(() -> new Account(command));
    }

    @CommandHandler
    void decide(JoinBusiness command) throws Exception {
        Invited invited = invitations
                .load(command.invitationId().value())
                .invoke(invitation -> invitation.accept(command.userId(), command.joinedAt()));
        users.newInstance(() -> new User(command, invited.email()));
        // Who works for the service itself belongs to no business, and so to no account.
        if (invited.role() != Role.OPERATOR) {
            accounts.load(command.accountId().value())
                    .execute(account -> account.join(command.userId(), invited.role()));
        }
    }
}
