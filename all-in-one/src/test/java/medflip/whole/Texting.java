package medflip.whole;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import medflip.kernel.TenantId;
import medflip.launcher.TwilioSimulator;
import medflip.platform.twilio.TwilioAccount;
import tools.jackson.databind.JsonNode;

/** What tests of texting have in common. */
final class Texting {

    /** Numbers around the world: somewhere it is always day. */
    private static final Map<String, String> NUMBERS = Map.of(
            "America/New_York", "+16175550",
            "Pacific/Honolulu", "+18085550",
            "Pacific/Guam", "+16715550",
            "Asia/Kolkata", "+919876543",
            "Europe/London", "+442079460");

    private Texting() {}

    /** Connects it where the simulator isn't the service's own, and so can't be asked for it. */
    static TwilioAccount connectFromOutside(Browser owner) {
        TenantId tenant = TenantId.of(owner.get("/api/session")
                .expect(200)
                .json()
                .get("business")
                .get("id")
                .asString());
        TwilioAccount account = TwilioSimulator.account(tenant);
        owner.post(
                        "/api/twilio-connection",
                        Map.of(
                                "accountSid", account.sid(),
                                "authToken", account.token(),
                                "number", account.number(),
                                "introduction", "Box Buyers"))
                .expect(201);
        return account;
    }

    /** Connects the account that the simulator makes up for the business. */
    static void connect(Browser owner) {
        JsonNode phones = owner.get("/api/simulated-phones").expect(200).json();
        owner.post(
                        "/api/twilio-connection",
                        Map.of(
                                "accountSid", phones.get("accountSid").asString(),
                                "authToken", phones.get("authToken").asString(),
                                "number", phones.get("number").asString(),
                                "introduction", "Box Buyers"))
                .expect(201);
    }

    /** A number of somebody where it is neither early nor late at this moment. */
    static String awake(int number) {
        return NUMBERS.entrySet().stream()
                .filter(place -> {
                    int hour = LocalTime.now(ZoneId.of(place.getKey())).getHour();
                    return hour >= 9 && hour < 20;
                })
                .findFirst()
                .orElseThrow()
                .getValue()
                .concat("%03d".formatted(number));
    }

    /** The same for one where it is night. */
    static String asleep(int number) {
        return NUMBERS.entrySet().stream()
                .filter(place -> {
                    int hour = LocalTime.now(ZoneId.of(place.getKey())).getHour();
                    return hour < 7 || hour >= 22;
                })
                .findFirst()
                .orElseThrow()
                .getValue()
                .concat("%03d".formatted(number));
    }

    static List<JsonNode> texts(Browser owner, String conversation) {
        return List.copyOf(owner.get("/api/conversations/" + conversation)
                .expect(200)
                .json()
                .get("texts")
                .values());
    }
}
