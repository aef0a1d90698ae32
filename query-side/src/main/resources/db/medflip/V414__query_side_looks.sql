-- A query side that is a process of its own notes who looked, and says from which browser a change was made.
GRANT SELECT, INSERT ON write.access_entry TO medflip_query;
GRANT SELECT ON write.sign_in_record TO medflip_query;
