package medflip.platform.files;

import medflip.kernel.AttachedFile;
import medflip.kernel.AttachesFiles;
import medflip.kernel.TenantId;
import medflip.platform.command.MessageMetadata;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

/** Follows every domain's events, and notes which files are attached. */
@Component
@ProcessingGroup(AttachedFileIndex.GROUP)
class AttachedFileIndex {

    static final String GROUP = "files.attached";

    private final FileStore files;

    AttachedFileIndex(FileStore files) {
        this.files = files;
    }

    @EventHandler
    void on(AttachesFiles event, @MetaDataValue(value = MessageMetadata.TENANT, required = true) String tenant) {
        for (AttachedFile file : event.attachedFiles()) {
            files.keep(TenantId.of(tenant), file.id());
        }
    }
}
