package medflip.accounts.write;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.CredentialEvent;
import medflip.accounts.events.CredentialEvent.EmailChangeAsked;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.UserEvent.MailAddressCleared;
import medflip.accounts.events.UserEvent.MailAddressMarked;
import medflip.accounts.events.UserEvent.MemberRegistered;
import medflip.accounts.events.UserEvent.OptionalMailDeclined;
import medflip.accounts.events.UserEvent.OptionalMailWanted;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.platform.command.Histories;
import org.springframework.stereotype.Component;

/** What the events of a user and their business say about them, as of now. */
@Component
class Acquaintance {

    private final Histories histories;

    Acquaintance(Histories histories) {
        this.histories = histories;
    }

    /** What a password must not be made of: addresses and the business's name. */
    String[] names(UserId user) {
        return Stream.of(
                        histories
                                .of(
                                        AccountId.of(
                                                user.tenantId(), user.tenantId().value()),
                                        BusinessSignedUp.class)
                                .map(event -> event.businessName().value()),
                        addresses(user).map(EmailAddress::value))
                .flatMap(names -> names)
                .toArray(String[]::new);
    }

    /** By which address the user signs in, whoever they are. */
    EmailAddress email(UserId user) {
        return addresses(user)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("There is no user " + user));
    }

    /** Whether mails that aren't essential are to go to the user: they want them, and mails arrive. */
    boolean takesOptionalMail(UserId user) {
        boolean wanted = true;
        boolean arrives = true;
        boolean welcome = true;
        for (DomainEvent event : histories.of(user, DomainEvent.class).toList()) {
            switch (event) {
                case OptionalMailDeclined declined -> wanted = false;
                case OptionalMailWanted again -> {
                    wanted = true;
                    welcome = true;
                }
                case MailAddressMarked marked -> {
                    arrives = marked.fault() != AddressFault.BOUNCED;
                    welcome = marked.fault() != AddressFault.COMPLAINED;
                }
                case MailAddressCleared cleared -> arrives = true;
                case EmailChanged changed -> {
                    arrives = true;
                    welcome = true;
                }
                default -> {}
            }
        }
        return wanted && arrives && welcome;
    }

    /** Each that was theirs, in its order. */
    private Stream<EmailAddress> addresses(UserId user) {
        return histories.of(user, DomainEvent.class).flatMap(event -> switch (event) {
            case OwnerRegistered registered -> Stream.of(registered.email());
            case MemberRegistered registered -> Stream.of(registered.email());
            case EmailChanged changed -> Stream.of(changed.newEmail());
            default -> Stream.empty();
        });
    }

    /** Whether both have agreed to that wish: the change was the last that happened. */
    boolean changedEmail(UserId user, EmailChangeAsked asked) {
        return histories
                .of(user, CredentialEvent.class)
                .dropWhile(event -> !event.equals(asked))
                .anyMatch(EmailChanged.class::isInstance);
    }

    /** The wish for another address that a link belongs to, if it was the last such wish. */
    Optional<EmailChangeAsked> emailChange(UserId user, UUID link) {
        return histories
                .of(user, EmailChangeAsked.class)
                .reduce((earlier, later) -> later)
                .filter(asked ->
                        asked.oldLinkId().equals(link) || asked.newLinkId().equals(link));
    }
}
