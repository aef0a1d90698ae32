-- A query side that is a process of its own compares views with the log; what is old of that, the command side destroys.
GRANT SELECT, INSERT, UPDATE ON write.view_check TO medflip_query;
