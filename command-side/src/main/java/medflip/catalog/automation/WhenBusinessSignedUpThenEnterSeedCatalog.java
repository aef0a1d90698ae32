package medflip.catalog.automation;

import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.SeedCatalog;
import medflip.catalog.write.ProductCommand.EnterProduct;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Automation;
import org.axonframework.eventhandling.EventHandler;

/** A new business can quote at once: the items that everybody trades are in its catalog, and are its own to change. */
@Automation(processingGroup = "catalog.seed")
class WhenBusinessSignedUpThenEnterSeedCatalog {

    private final Commands commands;

    WhenBusinessSignedUpThenEnterSeedCatalog(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(BusinessSignedUp event) {
        TenantId tenant = event.accountId().tenantId();
        commands.sendAll(
                Caller.automation(tenant, "seed-catalog"),
                SeedCatalog.variants().stream()
                        .map(variant -> new EnterProduct(ProductId.named(tenant, variant.name()), variant, null))
                        .toList());
    }
}
