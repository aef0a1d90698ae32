package medflip.catalog.write;

import java.util.UUID;
import medflip.catalog.events.Channel;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.write.ProductCommand.AddProduct;
import medflip.catalog.write.ProductCommand.CorrectProduct;
import medflip.catalog.write.ProductCommand.EnterProduct;
import medflip.catalog.write.ProductCommand.PutIntoCategory;
import medflip.catalog.write.ProductCommand.PutIntoChannel;
import medflip.catalog.write.ProductCommand.RestoreProduct;
import medflip.catalog.write.ProductCommand.RetireProduct;
import medflip.imports.events.ImportId;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class ProductTest extends AggregateSpec<Product> {

    private static final ProductId VERIO = ProductId.named(TENANT, "OneTouch Verio 50ct");
    private static final ProductVariant VARIANT = ProductVariant.called("OneTouch Verio 50ct");
    private static final ImportId IMPORT = ImportId.of(TENANT, new UUID(4, 4));

    @Test
    void a_product_is_added() {
        when(new AddProduct(VERIO, VARIANT));
        then(added());
    }

    @Test
    void a_name_is_given_once() {
        given(added());
        when(new AddProduct(VERIO, VARIANT));
        thenRejected(ProductRejection.NAME_TAKEN);
    }

    @Test
    void a_list_enters_a_product_and_says_where_it_came_from() {
        when(new EnterProduct(VERIO, VARIANT, IMPORT));
        then(new ProductAdded(VERIO, VARIANT, IMPORT));
    }

    @Test
    void a_product_that_is_there_is_not_entered_again() {
        given(added());
        when(new EnterProduct(VERIO, ProductVariant.called("onetouch verio 50CT"), IMPORT));
        thenNothing();
    }

    @Test
    void what_the_catalog_says_can_be_corrected() {
        given(added());
        when(new CorrectProduct(VERIO, ProductVariant.called("Verio fifty")));
        then(new ProductCorrected(VERIO, ProductVariant.called("Verio fifty")));
    }

    @Test
    void a_category_or_a_channel_is_set_and_all_else_stays() {
        given(added());
        when(new PutIntoCategory(VERIO, "meters"));
        then(new ProductCorrected(VERIO, VARIANT.in("meters")));
        given(added(), new ProductCorrected(VERIO, VARIANT.in("meters")));
        when(new PutIntoChannel(VERIO, Channel.DME));
        then(new ProductCorrected(VERIO, VARIANT.in("meters").in(Channel.DME)));
        given(added(), new ProductCorrected(VERIO, VARIANT.in("meters")));
        when(new PutIntoCategory(VERIO, "meters"));
        thenNothing();
        given(added(), new ProductRetired(VERIO));
        when(new PutIntoCategory(VERIO, "meters"));
        thenRejected(ProductRejection.RETIRED);
    }

    @Test
    void a_retired_product_is_not_corrected() {
        given(added(), new ProductRetired(VERIO));
        when(new CorrectProduct(VERIO, VARIANT));
        thenRejected(ProductRejection.RETIRED);
    }

    @Test
    void a_product_is_retired_once() {
        given(added(), new ProductRetired(VERIO));
        when(new RetireProduct(VERIO));
        thenRejected(ProductRejection.RETIRED);
    }

    @Test
    void restoring_undoes_retiring() {
        given(added(), new ProductRetired(VERIO));
        when(new RestoreProduct(VERIO));
        then(new ProductRestored(VERIO));
    }

    @Test
    void a_product_that_is_not_retired_is_not_restored() {
        given(added());
        when(new RestoreProduct(VERIO));
        thenRejected(ProductRejection.NOT_RETIRED);
    }

    @Test
    void another_tenant_finds_no_product() {
        given(added());
        from(OTHER_TENANT);
        when(new RetireProduct(VERIO));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static ProductAdded added() {
        return new ProductAdded(VERIO, VARIANT, null);
    }
}
