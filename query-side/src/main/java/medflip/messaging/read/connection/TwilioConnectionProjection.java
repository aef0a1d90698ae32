package medflip.messaging.read.connection;

import medflip.messaging.events.TwilioConnectionEvent.TwilioConnected;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnectionBroken;
import medflip.messaging.events.TwilioConnectionEvent.TwilioDisconnected;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills what may be shown of the connection with Twilio. */
@Projection(processingGroup = TwilioConnectionProjection.GROUP, tables = "twilio_connection")
class TwilioConnectionProjection {

    static final String GROUP = "messaging.connection";

    private static final String CONNECTED = """
            INSERT INTO twilio_connection
                (tenant_id, connected, account_ending, number_ending, introduction, since, version)
            VALUES (?, true, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id) DO UPDATE SET
                connected = true, account_ending = excluded.account_ending, number_ending = excluded.number_ending,
                introduction = excluded.introduction, since = excluded.since, broken_code = NULL,
                version = excluded.version
            """;

    @EventHandler
    void on(TwilioConnected event, Recorded recorded, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.connectionId(),
                CONNECTED,
                event.connectionId().tenantId(),
                event.accountEnding(),
                event.numberEnding(),
                event.introduction().value(),
                recorded.at(),
                version);
    }

    @EventHandler
    void on(TwilioDisconnected event, @SequenceNumber long version, Rows rows) {
        rows.write(event.connectionId(), """
                UPDATE twilio_connection SET connected = false, account_ending = '', number_ending = '', version = ?
                WHERE tenant_id = ?
                """, version, event.connectionId().tenantId());
    }

    @EventHandler
    void on(TwilioConnectionBroken event, @SequenceNumber long version, Rows rows) {
        rows.write(
                event.connectionId(),
                "UPDATE twilio_connection SET broken_code = ?, version = ? WHERE tenant_id = ?",
                event.errorCode(),
                version,
                event.connectionId().tenantId());
    }
}
