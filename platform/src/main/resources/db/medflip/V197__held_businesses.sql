-- Whether a law has something of a business kept: rules of retention ask, in whichever module they are. Who places holds
-- says so; where nobody does, nothing is held.
CREATE FUNCTION write.is_held(business uuid) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT false';
