package org.trueup.rules.request;

/** What a tenant asks for. */
public sealed interface SeatRequest {

    /**
     * So many users more.
     *
     * @param users at least 1
     */
    record Add(int users) implements SeatRequest {
        public Add {
            if (users < 1) {
                throw new IllegalArgumentException("a request adds at least 1 user");
            }
        }
    }

    /**
     * So many licences in all.
     *
     * @param licences at least 0
     */
    record Total(int licences) implements SeatRequest {
        public Total {
            if (licences < 0) {
                throw new IllegalArgumentException("licences are at least 0");
            }
        }
    }
}
