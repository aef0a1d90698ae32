package medflip.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.benchmarks.Parcel.ParcelSent;
import medflip.platform.database.DatabaseAccess;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * What everything is compared with: each writer has a connection and inserts one event a commit, serialised as the
 * engine would, with nothing checked and nobody told.
 */
final class BareInserts implements AutoCloseable {

    private static final String INSERT = """
            INSERT INTO events.domain_event (aggregate_identifier, sequence_number, type, event_identifier,
                time_stamp, payload_type, payload, meta_data) VALUES (?, 0, 'Parcel', ?, now(), ?, ?, ?)
            """;

    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final List<Connection> connections = new ArrayList<>();
    private final List<PreparedStatement> inserts = new ArrayList<>();

    BareInserts(DatabaseAccess access, int writers) throws SQLException {
        for (int i = 0; i < writers; i++) {
            Connection connection = DriverManager.getConnection(
                    access.url(), access.service().role(), access.service().password());
            connections.add(connection);
            inserts.add(connection.prepareStatement(INSERT));
        }
    }

    void insert(int writer) throws SQLException {
        String id = Parcel.newId();
        PreparedStatement insert = inserts.get(writer);
        insert.setString(1, id);
        insert.setObject(2, UUID.randomUUID());
        insert.setString(3, ParcelSent.class.getName());
        insert.setBytes(4, bytes(new ParcelSent(id, Parcel.CONTENT)));
        insert.setBytes(5, bytes(Parcel.metadata(id)));
        insert.executeUpdate();
    }

    private byte[] bytes(Object value) {
        return serializer.serialize(value, byte[].class).getData();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
