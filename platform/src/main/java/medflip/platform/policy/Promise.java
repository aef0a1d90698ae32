package medflip.platform.policy;

import java.util.List;

/**
 * What the privacy policy promises, one by one, and what keeps it. {@code docs/policy.md} is made of these and of the
 * tests that are named after them.
 */
public enum Promise {
    ACCOUNT_INFORMATION(
            "P2.1",
            "Of an account: e-mail, password as a salted hash, business name, and a phone and an address if given.",
            "Signing up asks for these and for nothing else; the address is sealed and found by a keyed hash.",
            "medflip.accounts.write.SignUpApi",
            "medflip.accounts.write.SignInStore"),
    BUSINESS_DATA(
            "P2.2",
            "What a business enters or imports: people and their history, deals, expenses, catalog, stock.",
            "It is there for the business alone, whole, and leaves as one archive.",
            "medflip.platform.export.ArchiveParts",
            "medflip.platform.tenancy.TenantJdbc"),
    TEXTS(
            "P2.3",
            "Content and history of texts, their times and how far they came.",
            "A conversation keeps each text with its time and state, under a key of who is behind the number.",
            "medflip.messaging.write.Conversation"),
    CONNECTIONS(
            "P2.4",
            "Twilio's account SID, token and number encrypted; Stripe's subscription data.",
            "They are sealed under the business's own key in a vault, never in an event. Of Stripe the ids, the plan and"
                    + " the state of a subscription are kept, and nothing of who pays.",
            "medflip.platform.privacy.TenantSeal",
            "medflip.platform.twilio.TwilioVault"),
    USAGE(
            "P2.5",
            "Login history, sessions, use of features, device, browser and IP address, for security.",
            "Each user sees their own; the journal tells from which browser something was done; records are gone within 90"
                    + " days.",
            "medflip.accounts.write.DeviceStore",
            "medflip.platform.access.AccessLog",
            "medflip.platform.usage.FeatureUseStore"),
    PURPOSES(
            "P3",
            "Data is used for these purposes and for nothing else.",
            "No screen loads anything from another host, and no tracker is there; the service calls named hosts alone.",
            "medflip.platform.outbox.Outbox"),
    TWILIO(
            "P4.1",
            "Twilio's credentials are encrypted and used for the business's own texts only; webhooks need a valid signature.",
            "Each is sealed for its business and bound to it; a webhook is checked before it is kept.",
            "medflip.platform.twilio.TwilioVault",
            "medflip.messaging.inbound.twilio.TwilioWebhook"),
    CARDS(
            "P4.2",
            "Card details are never received or stored; a subscription's state comes by webhook.",
            "No form, field or column is for a card: it is given to Stripe at Stripe's own pages. A webhook says where to"
                    + " look, and the subscription is asked for.",
            "medflip.platform.policy.Promise"),
    MAIL(
            "P4.3",
            "Resend sends what an account needs: the link to set it up, a new password. No address goes to marketing.",
            "Mails leave by the outbox, once each, to the user they are about.",
            "medflip.platform.mail.Mails"),
    SECURITY(
            "P5",
            "Personal values and credentials encrypted, passwords hashed, TLS, isolation of businesses, checked webhooks,"
                    + " secure sessions.",
            "A key for each person in a database of its own; layers of isolation that are tested one by one.",
            "medflip.platform.privacy.Keyring",
            "medflip.platform.database.StartupChecks",
            "medflip.accounts.write.WerkzeugPasswordEncoder"),
    SHARING(
            "P6",
            "Data isn't sold, and shared with the named providers only; staff come in with notice.",
            "Staff see counts; they come in when an owner lets them, for a while, which the owner is told and can see.",
            "medflip.accounts.write.Support"),
    RETENTION(
            "P7",
            "Kept while the account is active; erased within 90 days after it was closed; gone from backups 30 days later.",
            "One sweep destroys what is due by rules beside each store, behind a guard of the clock, and counts what is"
                    + " late. What a legal hold names stays until it is released, and is looked at again within 180"
                    + " days. Backups go with their keys after 29 days, and bring nobody back who was erased. An account is"
                    + " closed by its owner alone: a subscription that ended starts no clock, since who stops to pay may"
                    + " still have to keep books, and can read, export, pay again or close at any time. Owners hear that all"
                    + " is destroyed by a last mail; their address goes with it, within the same 90 days.",
            "medflip.platform.retention.RetentionSweep",
            "medflip.platform.privacy.LegalHolds",
            "medflip.accounts.write.AccountErasure",
            "medflip.platform.backup.BackupShelf",
            "medflip.platform.privacy.ErasureLedger"),
    RIGHTS(
            "P8",
            "A copy, correction, deletion, download as CSV, unlinking Twilio, and no mails that aren't essential, at any"
                    + " time.",
            "Requests have clocks; a private link shows a person what is held and takes corrections; an erasure destroys"
                    + " keys, looks everywhere, has Twilio delete its texts and Stripe its customer, and is certified. Resend"
                    + " deletes no mail on request, which certificates say. Mails that aren't essential are declined by their link, by a mail"
                    + " program's button, or in the settings.",
            "medflip.privacy.write.PrivacyRequest",
            "medflip.privacy.read.disclosure.PrivateDataStore",
            "medflip.privacy.write.ErasureWork",
            "medflip.messaging.write.TextsAtTwilio",
            "medflip.billing.write.CustomerAtStripe",
            "medflip.accounts.write.Exports",
            "medflip.accounts.write.MailChoice"),
    COOKIES(
            "P9",
            "Cookies for the session, for security and to be remembered, and no others.",
            "A crawl of all screens compares every cookie with the list.",
            "medflip.accounts.write.RememberMe"),
    CHILDREN(
            "P10",
            "Nobody under 18.",
            "Whoever signs up or joins, and who sells, says so; without that it doesn't go on.",
            "medflip.accounts.write.SignUpApi",
            "medflip.deals.write.Deal"),
    TRANSFERS(
            "P11",
            "Data may be stored in the United States or elsewhere.",
            "Where this service stores it is a setting, shown beside the policy and in every archive.",
            "medflip.privacy.write.PolicyApi",
            "medflip.accounts.read.archive.ArchiveContent"),
    CHANGES(
            "P12",
            "A change has a new date at the top, a mail to active accounts and a notice on the platform.",
            "Every message carries the version; each user of an open business, and each operator, is mailed once, and"
                    + " sees a notice until they have seen it, which is an event.",
            "medflip.platform.policy.PublishedPolicy",
            "medflip.accounts.write.PolicyNotices"),
    LAWS(
            "P14",
            "Made to comply with GDPR, CCPA, and the terms of Twilio and Stripe.",
            "A request is due within 30 days of the day on which it was made, or 45 by the CCPA, and is put off once;"
                    + " owners are reminded. Restricted data is kept, and used for nothing new.",
            "medflip.privacy.write.PrivacyRequest",
            "medflip.platform.privacy.RestrictedPeople");

    private final String id;
    private final String says;
    private final String kept;
    private final List<String> keepers;

    Promise(String id, String says, String kept, String... keepers) {
        this.id = id;
        this.says = says;
        this.kept = kept;
        this.keepers = List.of(keepers);
    }

    /** Its section of the policy: {@code P2.1} to {@code P14}. */
    public String id() {
        return id;
    }

    /** The promise, in short. */
    public String says() {
        return says;
    }

    /** How the software keeps it, and what of it isn't built. */
    public String kept() {
        return kept;
    }

    /** Classes that keep it. */
    public List<String> keepers() {
        return keepers;
    }
}
