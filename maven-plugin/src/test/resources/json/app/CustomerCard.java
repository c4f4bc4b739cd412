package app;

import io.kinrow.annotation.Projection;
import java.util.Optional;

/** What of a customer is shown. */
@Projection(Customer.class)
public record CustomerCard(String name, Address address, Optional<Address> billing) {}
