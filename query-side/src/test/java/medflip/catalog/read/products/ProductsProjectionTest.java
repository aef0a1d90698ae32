package medflip.catalog.read.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medflip.catalog.events.Channel;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

class ProductsProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new ProductsProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final ProductsStore store = new ProductsStore(ReadDatabase.tenants());
    private final ProductId guide = facts.product(Facts.GUIDE);

    @Test
    void an_added_product_is_shown_with_all_that_is_known_of_it() {
        fixture.given(facts.added(Facts.GUIDE));
        assertThat(found(""))
                .containsExactly(new Product(
                        guide.local(),
                        Facts.GUIDE,
                        "strips",
                        "Roche",
                        "Accu-Chek",
                        "Guide",
                        100,
                        "strips",
                        null,
                        Channel.RETAIL,
                        false,
                        false,
                        0));
    }

    @Test
    void a_few_letters_of_each_word_find_a_product() {
        fixture.given(facts.added(Facts.GUIDE), facts.added("Accu-Chek Guide 50ct"), facts.added(Facts.VERIO));
        assertThat(found("acc gu 100")).extracting(Product::name).containsExactly(Facts.GUIDE);
        assertThat(found("accuchek guide")).hasSize(2);
        assertThat(found("chek roche")).hasSize(2);
    }

    @Test
    void letters_from_the_middle_of_a_word_find_nothing() {
        fixture.given(facts.added(Facts.GUIDE));
        assertThat(found("uide")).isEmpty();
        assertThat(found("acc verio")).isEmpty();
    }

    @Test
    void a_code_finds_its_product_with_dashes_and_without() {
        fixture.given(facts.added(Facts.VERIO), facts.added(Facts.GUIDE));
        assertThat(found("53885-0271-50")).extracting(Product::name).containsExactly(Facts.VERIO);
        assertThat(found("5388502")).extracting(Product::name).containsExactly(Facts.VERIO);
    }

    @Test
    void a_corrected_product_is_found_by_what_it_is_called_now() {
        fixture.given(
                facts.added(Facts.GUIDE), new ProductCorrected(guide, ProductVariant.called("Grandma's strips 100")));
        assertThat(found("acc")).isEmpty();
        assertThat(found("grandmas")).singleElement().satisfies(product -> {
            assertThat(product.brand()).isNull();
            assertThat(product.version()).isEqualTo(1);
        });
    }

    @Test
    void a_retired_product_is_listed_only_where_it_is_asked_for() {
        fixture.given(facts.added(Facts.GUIDE), new ProductRetired(guide));
        assertThat(found("")).isEmpty();
        assertThat(found(new FindProducts(null, null, null, true, null)))
                .extracting(Product::retired)
                .containsExactly(true);
        fixture.given(new ProductRestored(guide));
        assertThat(found("")).hasSize(1);
    }

    @Test
    void a_list_is_narrowed_to_a_category_and_a_channel() {
        fixture.given(facts.added(Facts.GUIDE), facts.added("G6 Sensor 3ct"));
        assertThat(found(new FindProducts(null, "cgm", null, null, null)))
                .extracting(Product::name)
                .containsExactly("G6 Sensor 3ct");
        assertThat(found(new FindProducts(null, null, Channel.DME, null, null))).isEmpty();
        assertThat(store.categories(fixture.tenant())).containsExactly("cgm", "strips");
    }

    private List<Product> found(String search) {
        return found(new FindProducts(search, null, null, null, null));
    }

    private List<Product> found(FindProducts question) {
        return store.page(fixture.tenant(), question, new PageRequest(null, null, null))
                .items();
    }
}
