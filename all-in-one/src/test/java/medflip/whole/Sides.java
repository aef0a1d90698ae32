package medflip.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import medflip.launcher.ResendSimulator;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.EmbeddedDatabase;

/** Starts sides as the composition does: its programs, its settings, its secrets in files. */
record Sides(
        Path folder,
        EmbeddedDatabase database,
        DatabaseAccess access,
        ResendSimulator mails,
        int front,
        Map<String, String> more) {

    private static final Composition COMPOSITION = Composition.read();

    /** The same, with other settings beside those of the composition. */
    Sides with(Map<String, String> others) {
        return new Sides(folder, database, access, mails, front, others);
    }

    ServiceProcess make(String side, int number) throws IOException, ClassNotFoundException {
        Path place = Files.createDirectories(folder.resolve(side + number));
        Path secrets = Files.createDirectories(place.resolve("secrets"));
        for (Map.Entry<String, String> secret : COMPOSITION.secretsOf(side).entrySet()) {
            Files.writeString(secrets.resolve(secret.getKey()), secret(secret.getValue()));
        }
        Map<String, String> settings = COMPOSITION.settings(side);
        // What says where something is, here instead of there; the rest stays as the file has it.
        List.of("server.port", "management.server.port", "medflip.data").forEach(settings::remove);
        settings.put("server.address", "127.0.0.1");
        settings.replace("management.server.address", "127.0.0.1");
        settings.put("medflip.secrets", secrets.toString());
        settings.put("medflip.public-url", "http://127.0.0.1:" + front);
        settings.replace("medflip.tls", "false");
        settings.replace("medflip.query-side", "http://127.0.0.1:" + front);
        settings.replace("medflip.backup.folder", place.resolve("backups").toString());
        settings.put("spring.datasource.url", access.url());
        settings.put("medflip.database.keys-url", access.keysUrl());
        if (side.equals("command-side")) {
            settings.put("medflip.resend.base-url", mails.account().baseUrl().toString());
            // Shared by all of them, as the composition's volume is.
            settings.put(
                    "medflip.backup.ledger", folder.resolve("erasures.ledger").toString());
        }
        // None is at hand, unless NamedAxonServer says which.
        settings.replace("medflip.axonserver.servers", "");
        settings.replace("medflip.events.store", "postgresql");
        settings.putAll(more);
        String[] arguments = settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
        return ServiceProcess.side(Class.forName(COMPOSITION.program(side)), place, side + number, arguments);
    }

    private String secret(String name) {
        return switch (name) {
            case "root.key" -> "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
            case "database.owner" -> access.owner().password();
            case "database.service" -> access.service().password();
            case "database.query" -> database.query().password();
            case "database.tenant" -> access.tenant().password();
            case "database.keys" -> access.keys().password();
            case "database.gateway" -> database.gateway().password();
            case "resend.api-key" -> "simulated";
            default -> "";
        };
    }
}
