-- A webhooks gateway that is a process of its own: it finds whose a webhook is, keeps the delivery, and can do nothing
-- else. What it kept it can't read back, change or take away.
GRANT USAGE ON SCHEMA write TO medflip_gateway;

GRANT SELECT ON write.twilio_account TO medflip_gateway;
CREATE POLICY gateway_finds ON write.twilio_account FOR SELECT TO medflip_gateway USING (true);

GRANT INSERT ON write.inbox TO medflip_gateway;
-- What tells a repeat.
GRANT SELECT (tenant_id, provider, delivery_key) ON write.inbox TO medflip_gateway;
CREATE POLICY gateway_keeps ON write.inbox FOR INSERT TO medflip_gateway WITH CHECK (true);
CREATE POLICY gateway_knows ON write.inbox FOR SELECT TO medflip_gateway USING (true);
