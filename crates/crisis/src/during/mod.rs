//! While it burns: cases that need an answer, incidents the team works on, and the rule that joins signals to incidents.

pub mod case;
pub mod decide;
pub mod incident;
