package medflip.platform.mail;

/** A mail as it is sent: the same however often it is tried, since a repeat that differs would be refused. */
record Mail(String to, String subject, String text, String html) {}
