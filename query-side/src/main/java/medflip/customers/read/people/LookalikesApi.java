package medflip.customers.read.people;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import medflip.customers.read.people.Lookalikes.Person;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.PhoneNumbers;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about who may be whom. */
@RestController
class LookalikesApi {

    private final LookalikesStore store;

    LookalikesApi(LookalikesStore store) {
        this.store = store;
    }

    /** Pairs of people who may be one, at most 50, those with the most reasons first. */
    @GetMapping("/api/customers/duplicates")
    @Reads(PeopleProjection.GROUP)
    List<Lookalikes> findDuplicates(Caller caller) {
        return store.pairs(caller.tenant());
    }

    /** Who is in the books already with this name, number or address, at most five: for somebody to be written down. */
    @GetMapping("/api/customers/like")
    @Reads(PeopleProjection.GROUP)
    List<Person> findPeopleLike(
            Caller caller,
            @RequestParam(required = false) @Nullable String name,
            @Parameter(description = "As it is typed; half a number finds nobody")
                    @RequestParam(required = false)
                    @Nullable
                    String phone,
            @RequestParam(required = false) @Nullable String email) {
        return store.like(
                caller.tenant(),
                name,
                number(phone),
                email == null ? null : email.strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String number(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? null
                    : PhoneNumbers.parse(typed).value();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
