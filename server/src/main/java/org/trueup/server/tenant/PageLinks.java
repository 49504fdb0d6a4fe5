package org.trueup.server.tenant;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Addresses of the pages around the one that is asked for, with everything else of the request as it is. */
final class PageLinks {
    private PageLinks() {}

    static Map<String, String> of(int page, int size, long total) {
        long last = Math.max(0, (total - 1) / size);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", to(page));
        links.put("first", to(0));
        if (page > 0) {
            links.put("prev", to(Math.min(page - 1L, last)));
        }
        if (page < last) {
            links.put("next", to(page + 1L));
        }
        links.put("last", to(last));
        return links;
    }

    /** Without the host: who stands between may have another name for this server. */
    private static String to(long page) {
        String whole = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", page)
                .scheme(null)
                .host(null)
                .port(-1)
                .build()
                .toUriString();
        return whole.startsWith("//") ? whole.substring(1) : whole;
    }
}
