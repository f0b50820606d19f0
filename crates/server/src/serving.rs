//! Serving until somebody says stop: the listener, the jobs, the graceful end.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use nabat_app::{App, work};
use tokio::net::TcpListener;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// How long open requests may go on after a stop was asked for. Pages with live updates never end by themselves.
const GRACE: Duration = Duration::from_secs(3);

/// The bound address, and the ear for the signal to stop: both are there before anybody is told where to come.
pub(crate) struct Door {
    listener: TcpListener,
    /// The address in use.
    pub address: SocketAddr,
    terminate: Signal,
    interrupt: Signal,
}

/// Binds the address.
pub(crate) async fn bind(listen: &str) -> anyhow::Result<Door> {
    let listener = TcpListener::bind(listen).await.map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => anyhow::anyhow!("another program uses the address {listen}: stop it, or give another one with --listen 127.0.0.1:8801"),
        ErrorKind::PermissionDenied => anyhow::anyhow!("this user may not listen on {listen}: give a port above 1023 with --listen"),
        ErrorKind::InvalidInput => anyhow::anyhow!("`{listen}` is not an address: give one like 127.0.0.1:8800"),
        _ => anyhow::Error::new(error).context(format!("failed to listen on `{listen}`")),
    })?;
    let address = listener.local_addr().context("the address in use cannot be read")?;
    if !address.ip().is_loopback() {
        tracing::warn!(listen = %address, "Nabat can be reached from other machines without encryption: put a proxy with TLS before it");
    }
    let terminate = signal(SignalKind::terminate()).context("the stop signal cannot be listened for")?;
    let interrupt = signal(SignalKind::interrupt()).context("Ctrl+C cannot be listened for")?;
    Ok(Door { listener, address, terminate, interrupt })
}

/// Serves the app until Ctrl+C or a stop signal, or until `also_until` is done, then stops in good order.
pub(crate) async fn serve(
    app: App,
    door: Door,
    also_until: impl Future<Output = anyhow::Result<()>>,
) -> anyhow::Result<()> {
    let (mut terminate, mut interrupt) = (door.terminate, door.interrupt);
    let jobs = work::start(&app);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let router = nabat_web::router(app.clone());
    let mut server = tokio::spawn(
        axum::serve(door.listener, router)
            .with_graceful_shutdown(async {
                let _ = stopped.await;
            })
            .into_future(),
    );
    let outcome = tokio::select! {
        ended = &mut server => return ended.context("the HTTP server broke")?.context("the HTTP server failed"),
        _ = terminate.recv() => Ok(()),
        _ = interrupt.recv() => Ok(()),
        done = also_until => done,
    };
    tracing::info!("stopping");
    let _ = stop.send(());
    if tokio::time::timeout(GRACE, &mut server).await.is_err() {
        server.abort();
    }
    drop(jobs);
    app.keep_learned(true).await?;
    app.store.checkpoint().await?;
    tracing::info!("stopped");
    outcome
}
