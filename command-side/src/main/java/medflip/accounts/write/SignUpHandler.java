package medflip.accounts.write;

import medflip.accounts.write.AccountCommand.SignUp;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** A sign-up is two aggregates in one unit of work: their events are stored together or not at all. */
@Component
class SignUpHandler {

    private final Repository<Account> accounts;
    private final Repository<User> users;

    SignUpHandler(Repository<Account> accounts, Repository<User> users) {
        this.accounts = accounts;
        this.users = users;
    }

    @CommandHandler
    void decide(SignUp command) throws Exception {
        users.newInstance(() -> new User(command));
        accounts.newInstance(() -> new Account(command));
    }
}
