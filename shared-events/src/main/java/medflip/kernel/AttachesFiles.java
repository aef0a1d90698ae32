package medflip.kernel;

import java.util.List;

/** An event that attaches files: what it names is kept for as long as the fact stands, what nothing names is not. */
public interface AttachesFiles {
    List<AttachedFile> attachedFiles();
}
