//! What a brand manager expects of Russian names.
