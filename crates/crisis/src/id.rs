//! Identifiers as types, so that one cannot be passed for another.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A watched topic.
    TopicId;
    /// A stored mention. The case that a mention opens has the same number: one post, one case.
    MentionId;
    /// A signal that a detector gave.
    SignalId;
    /// An incident the team works on.
    IncidentId;
    /// A person who signs in.
    PersonId;
    /// A place posts come from: a feed, a file, the simulator.
    SourceId;
    /// One run of a file import.
    ImportId;
    /// A channel to our own people: the browser, a webhook.
    ChannelId;
    /// An alert in the outbox.
    AlertId;
}
