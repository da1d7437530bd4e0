/** An own word of this package, and what it means to its reader. */
export interface OwnWord {
  readonly meaning: string;
  readonly cause: string;
  readonly remedy: string;
}

/** What the exit code of a command says. */
export const exitCodeWords: Readonly<Record<string, OwnWord>> = {
  0: {
    meaning: "All is well.",
    cause: "The command did what it was to do, and found nothing.",
    remedy: "There is nothing to do.",
  },
  1: {
    meaning: "The command ran, and found what it looks for.",
    cause: "A late backup, a difference, a broken rule, or an altered line of a history.",
    remedy: "Read what it printed; the command itself has not failed.",
  },
  2: {
    meaning: "The command line, a file or the configuration is at fault.",
    cause: "An option, a path, a targets file or a variable cannot be used.",
    remedy: "The message says what is wrong, where, and what to write instead.",
  },
  3: {
    meaning: "The service responded with an error, or with something that cannot be read.",
    cause:
      "The instance or policy does not exist, the service has a fault, or a response breaks its contract.",
    remedy: "Look the code of the message up with `explain`.",
  },
  4: {
    meaning: "The service does not accept the credentials, or they may not do this.",
    cause: "They are wrong or have expired, or the account lacks a permission.",
    remedy: "`--debug` says which credentials are used; ask for the permission that the message names.",
  },
  5: {
    meaning:
      "No response came, or not in time; of an audit: no finding, but some targets could not be checked.",
    cause: "The network, a proxy or the service is away, or too slow for --timeout.",
    remedy: "Try again; check the proxy's variables, --timeout and --attempts.",
  },
  70: {
    meaning: "This program has a bug.",
    cause: "Something happened that its authors did not expect.",
    remedy: "Report it, with what --debug prints.",
  },
  130: {
    meaning: "The command was ended by Ctrl-C.",
    cause: "A person ended it.",
    remedy: "An audit has written what it knew; a listing says how to go on.",
  },
  143: {
    meaning: "The command was ended by SIGTERM.",
    cause: "A time limit or the system ended it.",
    remedy: "An audit has written what it knew; a listing says how to go on.",
  },
};

/** The classes of errors, by their names. */
export const errorClassWords: Readonly<Record<string, OwnWord>> = {
  ConfigurationError: {
    meaning: "A client or its credentials cannot work; nothing was sent.",
    cause: "An option or a variable is missing or cannot be used.",
    remedy: "The message names it, and says what to write.",
  },
  InvalidRequestError: {
    meaning: "The contract rules the call out; nothing was sent.",
    cause: "A parameter is missing, or has a value that the service does not take.",
    remedy: "The message names the parameter and what it can be.",
  },
  ApiError: {
    meaning: "The service responded with an error.",
    cause: "The request is not as the service wants it, or the service cannot serve it.",
    remedy: "Look its code up with `explain`.",
  },
  AuthenticationError: {
    meaning: "The service does not accept the credentials.",
    cause: "They are missing, wrong or expired, or the clock of this machine is wrong.",
    remedy: "Renew them; `--debug` says where they were found.",
  },
  PermissionError: {
    meaning: "The credentials are valid, but may not make this call.",
    cause: "The account lacks a role or policy, or the project is another.",
    remedy: "Ask for the permission to read backups of this service in this project.",
  },
  NotFoundError: {
    meaning: "There is no such instance, policy or path.",
    cause: "The id is wrong or was deleted, or it is in another region or project.",
    remedy: "Check the id, --region and --project.",
  },
  RateLimitError: {
    meaning: "The service refused the call for its pace, and the retries are used up.",
    cause: "Too many requests were sent in a short time, also by others of the account.",
    remedy: "Give the account a `rateLimit`, lower --concurrency, or raise --attempts.",
  },
  ServerError: {
    meaning: "The service has a fault.",
    cause: "It responded with a status from 500 on, also after retries.",
    remedy: "Try again later; give its support the request id.",
  },
  ServiceFailureError: {
    meaning: "A response of status 200 says that the call failed.",
    cause: "The service reports some failures in the body alone.",
    remedy: "Look its code up with `explain`.",
  },
  ContractError: {
    meaning: "A response cannot be read, or breaks its contract.",
    cause: "It is no JSON, too large, cut off by something between, or another service responded.",
    remedy: "Check the base URL and the proxies; `check` compares a saved response with its contract.",
  },
  ConnectionError: {
    meaning: "No response came, or it broke off.",
    cause: "The host cannot be found or reached, TLS fails, or the connection was closed.",
    remedy: "Look the code of the message up with `explain`, e.g. ECONNREFUSED.",
  },
  TimeoutError: {
    meaning: "Time ran out before the response was complete.",
    cause: "The service or the network is slow.",
    remedy: "Raise --timeout, or try again later.",
  },
  QueueError: {
    meaning: "The queue of an audit over workers cannot be used.",
    cause: "Redis is away, refuses the password, or lost the run.",
    remedy: "Check the URL of --queue and its Redis; --run continues a run.",
  },
  AuditEnded: {
    meaning: "The audit ended before this target was checked.",
    cause: "Ctrl-C, SIGTERM, a time limit, or a queue that failed.",
    remedy: "Run the audit again; --state keeps what was known before.",
  },
  WorkerCrash: {
    meaning: "The workers that checked this target died again and again.",
    cause: "They were killed, e.g. for memory, while they had its job.",
    remedy: "Look at the logs of the workers; check the target alone without --queue.",
  },
};

/** Codes that the client, Node.js or the system give a failed connection. */
export const connectionCodeWords: Readonly<Record<string, OwnWord>> = {
  redirect_refused: {
    meaning: "The host redirects, and credentials do not follow a redirect.",
    cause: "The base URL has http in place of https, a missing path, or a login page in front.",
    remedy: "Write the URL that it redirects to as base URL, if you trust it.",
  },
  upgrade_refused: {
    meaning: "The host switches to another protocol.",
    cause: "The base URL leads to something that is no HTTP API.",
    remedy: "Check the base URL.",
  },
  proxy_refused: {
    meaning: "The proxy does not open a connection to the service.",
    cause: "It asks for credentials, or does not allow this host.",
    remedy: "Put user and password into the variable of the proxy, or name the host in NO_PROXY.",
  },
  proxy_failed: {
    meaning: "The proxy could not reach the service.",
    cause: "It responded with a status from 500 on.",
    remedy: "Ask who runs the proxy; NO_PROXY goes around it.",
  },
  proxy_timeout: {
    meaning: "The proxy opened no connection within ten seconds.",
    cause: "The proxy, or the way behind it, hangs.",
    remedy: "Check the variable of the proxy; NO_PROXY goes around it.",
  },
  ECONNREFUSED: {
    meaning: "Nothing listens at this host and port.",
    cause: "The service or the proxy is down, or the port is wrong.",
    remedy: "Check the base URL and the variables of the proxy.",
  },
  ECONNRESET: {
    meaning: "The other side closed the connection.",
    cause: "The service, a gateway or a firewall between broke it off.",
    remedy: "Try again; if it stays so, ask who runs the network.",
  },
  ENOTFOUND: {
    meaning: "The name of the host has no address.",
    cause:
      "A region or host is misspelt, or another cloud's credentials were used, or there is no name service.",
    remedy: "Check --region, --cloud and --base-url.",
  },
  EAI_AGAIN: {
    meaning: "The name service does not respond.",
    cause: "There is no network, or its name server is away.",
    remedy: "Check the network, and try again.",
  },
  ETIMEDOUT: {
    meaning: "The host does not respond to a connection.",
    cause: "A firewall drops it, or the host is away.",
    remedy: "Check that this machine may reach the host, or name a proxy.",
  },
  EHOSTUNREACH: {
    meaning: "There is no way to the host.",
    cause: "The network of this machine has no route to it.",
    remedy: "Check the network, or name a proxy.",
  },
  CERT_HAS_EXPIRED: {
    meaning: "The certificate of the host has expired.",
    cause: "It was not renewed, or the clock of this machine is wrong.",
    remedy: "Check the clock, then tell who runs the host.",
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    meaning: "The host has a certificate that no authority has signed.",
    cause: "A service of your own, or a proxy that reads TLS.",
    remedy: "Name the authority's certificate in NODE_EXTRA_CA_CERTS.",
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    meaning: "The certificate is signed by an authority that is not known here.",
    cause: "An authority of your own, or a proxy that reads TLS.",
    remedy: "Name the authority's certificate in NODE_EXTRA_CA_CERTS.",
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    meaning: "The certificate is signed by an authority that is not known here.",
    cause: "The host does not send the certificates between, or the authority is your own.",
    remedy: "Name the authority's certificate in NODE_EXTRA_CA_CERTS.",
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    meaning: "The certificate is for another host.",
    cause: "The base URL names the host by another name, or leads elsewhere.",
    remedy: "Check the base URL.",
  },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    meaning: "The port does not speak TLS.",
    cause: "The base URL has https, and the port speaks http.",
    remedy: "Check scheme and port of the base URL.",
  },
};

/** Codes that the simulator sends and no contract lists. */
export const simulatorCodeWords: Readonly<Record<string, OwnWord>> = {
  "InvalidAction.NotFound": {
    meaning: "The API has no such operation, or not in this version.",
    cause: "The request names another operation than those that the simulator of starrocks plays.",
    remedy: "Check the path and the header x-acs-action.",
  },
  InvalidParams: {
    meaning: "A parameter of the request has a value that the service does not take.",
    cause: "The simulator of starrocks sends it, as a failure inside a response of status 200.",
    remedy:
      "The message names the parameter. Alibaba Cloud's own codes of this kind begin with InvalidParameter.",
  },
};
