//! `nabat token`: keys for programs that use the API.

use std::process::ExitCode;

use nabat_app::crisis::person::Actor;
use nabat_app::{App, Clock};
use nabat_store::TokenId;

use super::{Place, say};
use crate::config::Config;

/// Arguments of `nabat token`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Make a token and print its key, this once
    Create {
        /// What it is for
        name: String,
        #[command(flatten)]
        place: Place,
    },
    /// List tokens
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Revoke a token
    Revoke {
        /// Its number in the list
        number: i64,
        #[command(flatten)]
        place: Place,
    },
}

/// Does it; while a server runs on the same folder, the settings page does the same.
pub(crate) async fn run(args: Args, config: &Config) -> anyhow::Result<ExitCode> {
    match args.what {
        What::Create { name, place } => {
            let app = open(&place, config).await?;
            let (_, key) = app.create_token(&name, Actor::Nabat).await?;
            say(&key.0);
        }
        What::List { place } => {
            for token in open(&place, config).await?.store.tokens().await? {
                let used = token.last_used_at.map_or("never used".into(), |at| format!("last used {at}"));
                let state = token.revoked_at.map_or(used, |at| format!("revoked {at}"));
                say(&format!("{:>4}  {}  made {}, {state}", token.id.0, token.name, token.created_at));
            }
        }
        What::Revoke { number, place } => {
            let app = open(&place, config).await?;
            let revoked = app.store.revoke_token(TokenId(number), Actor::Nabat, app.clock.now()).await?;
            anyhow::ensure!(revoked.is_some(), "there is no token number {number}: see `nabat token list`");
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn open(place: &Place, config: &Config) -> anyhow::Result<App> {
    App::open(&place.folder(config), Clock::machine(), false).await
}
