package medflip.customers.read.records;

/** What became of a task. */
enum TaskState {
    OPEN,
    DONE,
    DROPPED
}
