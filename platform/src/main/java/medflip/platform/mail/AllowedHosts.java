package medflip.platform.mail;

import java.io.IOException;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Lets a client call the hosts it is meant to call and no other, whatever an address was made from (promise P3). */
record AllowedHosts(Set<String> hosts) implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        String host = chain.request().url().host();
        if (!hosts.contains(host)) {
            throw new IllegalArgumentException("Not a host that this client may call: " + host);
        }
        return chain.proceed(chain.request());
    }
}
