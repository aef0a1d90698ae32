-- A query side that is a process of its own notes who looked, and says from which browser a change was made.
DO $$
DECLARE
    allowed record;
BEGIN
    FOR allowed IN
        SELECT * FROM (VALUES
            ('write.access_entry', 'SELECT, INSERT'),
            ('write.sign_in_record', 'SELECT')) AS t (name, rights)
    LOOP
        IF to_regclass(allowed.name) IS NOT NULL THEN
            EXECUTE format('GRANT %s ON %s TO medflip_query', allowed.rights, allowed.name);
        END IF;
    END LOOP;
END
$$;
