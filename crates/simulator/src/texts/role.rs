//! What a post is, as its author means it.

/// Role and mood of a post: who speaks and what for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    Praise,
    Question,
    Complaint,
    Delivery,
    Price,
    Quality,
    Staff,
    Recipe,
    Mothers,
    Joke,
    Headline,
    Own,
    OwnReply,
    ReviewGood,
    ReviewBad,
    Hashtag,
    Rival,
    Industry,
    Person,
    Noise,
    Reply,
    Update,
    Bolt,
    BoltReply,
    Seed,
    PassOn,
    Panic,
    Doubt,
    Demand,
    Journalist,
    RumourHeadline,
    RumourJoke,
    Insider,
    RivalFan,
    Defender,
    Chain,
    Official,
    CrisisReply,
    Denial,
    Comment,
    RumourReply,
    Amplifier,
    RumourReview,
    RumourUpdate,
}

impl Role {
    /// All roles with the names of their sections, in the order of the enum.
    pub(crate) const ALL: [(Self, &'static str); 44] = [
        (Self::Praise, "praise"),
        (Self::Question, "question"),
        (Self::Complaint, "complaint"),
        (Self::Delivery, "delivery"),
        (Self::Price, "price"),
        (Self::Quality, "quality"),
        (Self::Staff, "staff"),
        (Self::Recipe, "recipe"),
        (Self::Mothers, "mothers"),
        (Self::Joke, "joke"),
        (Self::Headline, "headline"),
        (Self::Own, "own"),
        (Self::OwnReply, "own_reply"),
        (Self::ReviewGood, "review_good"),
        (Self::ReviewBad, "review_bad"),
        (Self::Hashtag, "hashtag"),
        (Self::Rival, "rival"),
        (Self::Industry, "industry"),
        (Self::Person, "person"),
        (Self::Noise, "noise"),
        (Self::Reply, "reply"),
        (Self::Update, "update"),
        (Self::Bolt, "bolt"),
        (Self::BoltReply, "bolt_reply"),
        (Self::Seed, "seed"),
        (Self::PassOn, "pass_on"),
        (Self::Panic, "panic"),
        (Self::Doubt, "doubt"),
        (Self::Demand, "demand"),
        (Self::Journalist, "journalist"),
        (Self::RumourHeadline, "rumour_headline"),
        (Self::RumourJoke, "rumour_joke"),
        (Self::Insider, "insider"),
        (Self::RivalFan, "rival_fan"),
        (Self::Defender, "defender"),
        (Self::Chain, "chain"),
        (Self::Official, "official"),
        (Self::CrisisReply, "crisis_reply"),
        (Self::Denial, "denial"),
        (Self::Comment, "comment"),
        (Self::RumourReply, "rumour_reply"),
        (Self::Amplifier, "amplifier"),
        (Self::RumourReview, "rumour_review"),
        (Self::RumourUpdate, "rumour_update"),
    ];

    /// Whether an editor, a press office or a shop chain writes: correct spelling, no slang style.
    /// The seed of the rumour is left as it was authored too, since everybody passes on the very same words.
    pub(crate) fn formal(self) -> bool {
        matches!(
            self,
            Self::Headline
                | Self::Own
                | Self::OwnReply
                | Self::RumourHeadline
                | Self::Chain
                | Self::Official
                | Self::CrisisReply
                | Self::Journalist
                | Self::Denial
                | Self::Seed
        )
    }

    /// Whether one of our own accounts speaks.
    pub(crate) fn ours(self) -> bool {
        matches!(self, Self::Own | Self::OwnReply | Self::Official | Self::CrisisReply)
    }

    /// Whether it belongs on the site of reviews; with the lowest and highest stars.
    pub(crate) fn stars(self) -> Option<(i64, i64)> {
        match self {
            Self::ReviewGood => Some((4, 5)),
            Self::ReviewBad => Some((1, 3)),
            Self::RumourReview => Some((1, 1)),
            _ => None,
        }
    }
}
