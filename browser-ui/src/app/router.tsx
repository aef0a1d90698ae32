import { Navigate, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { ApiKeysScreen } from '../domains/accounts/ApiKeysScreen';
import { ChangeEmailScreen } from '../domains/accounts/ChangeEmailScreen';
import { GoogleScreen } from '../domains/accounts/GoogleScreen';
import { JoinScreen } from '../domains/accounts/JoinScreen';
import { MembersScreen } from '../domains/accounts/MembersScreen';
import { SecondStepScreen } from '../domains/accounts/SecondStepScreen';
import { DeliveriesScreen } from '../domains/accounts/DeliveriesScreen';
import { ExportScreen } from '../domains/accounts/ExportScreen';
import { ForgotPasswordScreen } from '../domains/accounts/ForgotPasswordScreen';
import { MailboxScreen } from '../domains/accounts/MailboxScreen';
import { ResetPasswordScreen } from '../domains/accounts/ResetPasswordScreen';
import { SetUpScreen } from '../domains/accounts/SetUpScreen';
import { SignInScreen } from '../domains/accounts/SignInScreen';
import { SignUpScreen } from '../domains/accounts/SignUpScreen';
import { SupportScreen } from '../domains/accounts/SupportScreen';
import { UnsubscribeScreen } from '../domains/accounts/UnsubscribeScreen';
import { BuyerScreen } from '../domains/catalog/BuyerScreen';
import { BuyersScreen } from '../domains/catalog/BuyersScreen';
import { OwnPricesScreen } from '../domains/catalog/OwnPricesScreen';
import { ProductScreen } from '../domains/catalog/ProductScreen';
import { ProductsScreen } from '../domains/catalog/ProductsScreen';
import { TIER_DROPS_WITHIN, TierDropsScreen, type TierDropsWithin } from '../domains/catalog/TierDropsScreen';
import { CardsScreen } from '../domains/customers/CardsScreen';
import { DuplicatesScreen } from '../domains/customers/DuplicatesScreen';
import { DealsScreen } from '../domains/deals/DealsScreen';
import { InspectScreen } from '../domains/deals/InspectScreen';
import { OfferScreen } from '../domains/deals/OfferScreen';
import { ImportScreen } from '../domains/imports/ImportScreen';
import { ImportsScreen } from '../domains/imports/ImportsScreen';
import { CampaignScreen } from '../domains/messaging/CampaignScreen';
import { CampaignsScreen } from '../domains/messaging/CampaignsScreen';
import { InboxScreen } from '../domains/messaging/InboxScreen';
import { LotScreen } from '../domains/inventory/LotScreen';
import { StockScreen } from '../domains/inventory/StockScreen';
import type { ExpenseCategory } from '../api/types';
import { ExpensesScreen } from '../domains/money/ExpensesScreen';
import { MileageScreen } from '../domains/money/MileageScreen';
import { PayoutsScreen } from '../domains/money/PayoutsScreen';
import { ReceivablesScreen } from '../domains/money/ReceivablesScreen';
import { BusinessesScreen } from '../domains/operations/BusinessesScreen';
import { LogScreen } from '../domains/operations/LogScreen';
import { MailsScreen } from '../domains/operations/MailsScreen';
import { OperatorPrivacyScreen } from '../domains/operations/OperatorPrivacyScreen';
import { OverviewScreen } from '../domains/operations/OverviewScreen';
import { ProcessorsScreen } from '../domains/operations/ProcessorsScreen';
import { BillingScreen } from '../domains/billing/BillingScreen';
import { SubscriptionsScreen } from '../domains/operations/SubscriptionsScreen';
import { StuckScreen } from '../domains/operations/StuckScreen';
import { WebhooksScreen } from '../domains/operations/WebhooksScreen';
import { ErasedBusinessScreen } from '../domains/privacy/ErasedBusinessScreen';
import { MyDataScreen } from '../domains/privacy/MyDataScreen';
import { PrivacyScreen } from '../domains/privacy/PrivacyScreen';
import { PromisesScreen } from '../domains/privacy/PromisesScreen';
import { RequestScreen } from '../domains/privacy/RequestScreen';
import { EditSaleScreen } from '../domains/sales/EditSaleScreen';
import { NewSaleScreen } from '../domains/sales/NewSaleScreen';
import { SaleScreen } from '../domains/sales/SaleScreen';
import { SalesScreen } from '../domains/sales/SalesScreen';
import { day, defined, flag, listSearch, oneOf, text } from '../shared/list/search';
import { texts } from '../texts';
import { DealRoute } from './DealRoute';
import { OperatorAccountRoute } from './OperatorAccountRoute';
import { PeopleRoute } from './PeopleRoute';
import { PersonRoute } from './PersonRoute';
import { QuoteRoute } from './QuoteRoute';
import { ReviseRoute } from './ReviseRoute';
import { SettingsRoute } from './SettingsRoute';
import { TodayRoute } from './TodayRoute';
import { CrashedScreen, NotFoundScreen } from './fallbacks';
import { SignedIn } from './SignedIn';

type Raw = Record<string, unknown>;

const root = createRootRoute({ notFoundComponent: NotFoundScreen, errorComponent: CrashedScreen });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInScreen,
  // Only addresses of our own: a link must not lead a person elsewhere after signing in.
  validateSearch: (raw: Raw): { next?: string } => {
    const next = text(raw.next);
    return next && /^\/(?![/\\])/.test(next) ? { next } : {};
  },
});
const signUp = createRoute({ getParentRoute: () => root, path: '/sign-up', component: SignUpScreen });
const google = createRoute({ getParentRoute: () => root, path: '/google', component: GoogleScreen });
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: ForgotPasswordScreen,
});
// Where links of mails lead; their tokens stand behind the #.
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: ResetPasswordScreen,
});
const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: SetUpScreen });
const changeEmail = createRoute({ getParentRoute: () => root, path: '/change-email', component: ChangeEmailScreen });
const mailbox = createRoute({ getParentRoute: () => root, path: '/mailbox', component: MailboxScreen });
// Rarely read, and it brings a Markdown renderer along.
const policy = createRoute({ getParentRoute: () => root, path: '/policy' }).lazy(() =>
  import('./policy').then((part) => part.Route),
);

const myData = createRoute({ getParentRoute: () => root, path: '/my-data', component: MyDataScreen });
const erasedBusiness = createRoute({
  getParentRoute: () => root,
  path: '/erased',
  component: ErasedBusinessScreen,
});
const unsubscribe = createRoute({ getParentRoute: () => root, path: '/unsubscribe', component: UnsubscribeScreen });
const join = createRoute({ getParentRoute: () => root, path: '/join', component: JoinScreen });
const offer = createRoute({ getParentRoute: () => root, path: '/offer', component: OfferScreen });

/** Everything behind the sign-in, inside the shell. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });

const today = createRoute({ getParentRoute: () => signedIn, path: '/', component: TodayRoute });
const quote = createRoute({
  getParentRoute: () => signedIn,
  path: '/quote',
  component: QuoteRoute,
  validateSearch: (raw: Raw): { person?: string } => defined({ person: text(raw.person) }),
});
const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  component: InboxScreen,
  validateSearch: (
    raw: Raw,
  ): { show?: 'unseen' | 'review'; whose?: 'mine' | 'nobody'; open?: string; number?: string } =>
    defined({
      show: oneOf(raw.show, ['unseen', 'review'] as const),
      whose: oneOf(raw.whose, ['mine', 'nobody'] as const),
      open: text(raw.open),
      // Empty for a number that is yet to be typed.
      number: typeof raw.number === 'string' ? raw.number : undefined,
    }),
});
const campaigns = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/campaigns',
  component: CampaignsScreen,
  validateSearch: (raw: Raw) => defined({ page: listSearch(raw).page }),
});
const campaign = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/campaigns/$campaignId',
  component: CampaignScreen,
  validateSearch: (raw: Raw) =>
    defined({
      page: listSearch(raw).page,
      result: oneOf(
        raw.result,
        Object.keys(texts.campaigns.resultWords) as (keyof typeof texts.campaigns.resultWords)[],
      ),
    }),
});
const deals = createRoute({
  getParentRoute: () => signedIn,
  path: '/deals',
  component: DealsScreen,
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      view: oneOf(raw.view, ['board', 'table'] as const),
      state: oneOf(raw.state, Object.keys(texts.deals.states) as (keyof typeof texts.deals.states)[]),
      customerId: text(raw.customerId),
      from: day(raw.from),
      to: day(raw.to),
    }),
  }),
});
const deal = createRoute({ getParentRoute: () => signedIn, path: '/deals/$dealId', component: DealRoute });
const inspection = createRoute({
  getParentRoute: () => signedIn,
  path: '/deals/$dealId/inspect',
  component: InspectScreen,
  validateSearch: (raw: Raw): { meet?: boolean } => defined({ meet: flag(raw.meet) }),
});
const revision = createRoute({
  getParentRoute: () => signedIn,
  path: '/deals/$dealId/revise',
  component: ReviseRoute,
});
const stock = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock',
  component: StockScreen,
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      view: oneOf(raw.view, ['lots'] as const),
      sold: flag(raw.sold),
      state: oneOf(raw.state, ['SELLABLE', 'ON_HOLD', 'EXPIRED'] as const),
      within: oneOf(raw.within, [30, 60, 90, 180] as const),
      item: text(raw.item),
      location: text(raw.location),
    }),
  }),
});
// A chart comes along.
const stockValue = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock/value',
  validateSearch: (raw: Raw): { on?: string; from?: string; to?: string } =>
    defined({ on: day(raw.on), from: day(raw.from), to: day(raw.to) }),
}).lazy(() => import('./stockValue').then((part) => part.Route));
const lot = createRoute({ getParentRoute: () => signedIn, path: '/stock/$lotId', component: LotScreen });
const custody = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock/$lotId/custody',
}).lazy(() => import('./audit').then((part) => part.Custody));
const traced = createRoute({
  getParentRoute: () => signedIn,
  path: '/stock/recall',
  validateSearch: (raw: Raw) => ({ ...listSearch(raw), ...defined({ lotNumber: text(raw.lotNumber) }) }),
}).lazy(() => import('./audit').then((part) => part.Recall));
const sales = createRoute({
  getParentRoute: () => signedIn,
  path: '/sales',
  component: SalesScreen,
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      view: oneOf(raw.view, ['board', 'owed'] as const),
      buyer: text(raw.buyer),
      state: oneOf(raw.state, Object.keys(texts.sales.states) as (keyof typeof texts.sales.states)[]),
      from: day(raw.from),
      to: day(raw.to),
    }),
  }),
});
const newSale = createRoute({
  getParentRoute: () => signedIn,
  path: '/sales/new',
  component: NewSaleScreen,
  // A buyer's name; ids of lots that were chosen from the shelf, with commas between them.
  validateSearch: (raw: Raw): { buyer?: string; lots?: string } =>
    defined({ buyer: text(raw.buyer), lots: text(raw.lots) }),
});
const sale = createRoute({ getParentRoute: () => signedIn, path: '/sales/$saleId', component: SaleScreen });
const editSale = createRoute({
  getParentRoute: () => signedIn,
  path: '/sales/$saleId/edit',
  component: EditSaleScreen,
});
const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: PeopleRoute,
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      leadSource: text(raw.leadSource),
      tag: text(raw.tag),
      doNotBuy: flag(raw.doNotBuy),
      archived: flag(raw.archived),
      add: flag(raw.add),
      phone: text(raw.phone),
    }),
  }),
});
const person = createRoute({ getParentRoute: () => signedIn, path: '/people/$customerId', component: PersonRoute });
const money = createRoute({
  getParentRoute: () => signedIn,
  path: '/money',
  component: ExpensesScreen,
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      category: oneOf(raw.category, Object.keys(texts.expenses.categories) as ExpenseCategory[]),
      from: day(raw.from),
      to: day(raw.to),
      voided: flag(raw.voided),
      add: flag(raw.add),
    }),
  }),
});
const mileage = createRoute({
  getParentRoute: () => signedIn,
  path: '/money/mileage',
  component: MileageScreen,
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({ from: day(raw.from), to: day(raw.to), voided: flag(raw.voided) }),
  }),
});
const payouts = createRoute({
  getParentRoute: () => signedIn,
  path: '/money/payouts',
  component: PayoutsScreen,
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      stage: oneOf(raw.stage, Object.keys(texts.payouts.stages) as (keyof typeof texts.payouts.stages)[]),
      from: day(raw.from),
      to: day(raw.to),
    }),
  }),
});
const receivables = createRoute({
  getParentRoute: () => signedIn,
  path: '/money/receivables',
  component: ReceivablesScreen,
  validateSearch: (raw: Raw): { to?: string } => defined({ to: day(raw.to) }),
});
// A chart comes along.
const cash = createRoute({
  getParentRoute: () => signedIn,
  path: '/money/cash',
  validateSearch: (raw: Raw): { from?: string; to?: string } => defined({ from: day(raw.from), to: day(raw.to) }),
}).lazy(() => import('./cash').then((part) => part.Route));
const prices = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices',
  component: OwnPricesScreen,
  // Ids of items that were chosen in their list, with commas between them.
  validateSearch: (raw: Raw): { items?: string } => defined({ items: text(raw.items) }),
});
const buyers = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/buyers',
  component: BuyersScreen,
  validateSearch: (raw: Raw) => ({ ...listSearch(raw), ...defined({ retired: flag(raw.retired) }) }),
});
const buyer = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/buyers/$buyerId',
  component: BuyerScreen,
});
const tierDrops = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/tier-drops',
  component: TierDropsScreen,
  validateSearch: (raw: Raw): { within?: TierDropsWithin } => defined({ within: oneOf(raw.within, TIER_DROPS_WITHIN) }),
});
const whatIf = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/what-if',
  validateSearch: (raw: Raw) => defined({ from: day(raw.from), to: day(raw.to) }),
}).lazy(() => import('./whatIf').then((part) => part.Route));
const products = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/products',
  component: ProductsScreen,
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      category: text(raw.category),
      channel: oneOf(raw.channel, Object.keys(texts.catalog.channels) as (keyof typeof texts.catalog.channels)[]),
      retired: flag(raw.retired),
    }),
  }),
});
const product = createRoute({
  getParentRoute: () => signedIn,
  path: '/prices/products/$productId',
  component: ProductScreen,
});
// The charts are the largest part of the site, and only this screen draws one.
const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  validateSearch: (raw: Raw) =>
    defined({
      report: text(raw.report),
      from: day(raw.from),
      to: day(raw.to),
      basis: oneOf(raw.basis, ['CASH'] as const),
    }),
}).lazy(() => import('./reports').then((part) => part.Route));
const filedReports = createRoute({ getParentRoute: () => signedIn, path: '/reports/filed' }).lazy(() =>
  import('./filedReports').then((part) => part.Route),
);
const imports = createRoute({ getParentRoute: () => signedIn, path: '/imports', component: ImportsScreen });
const anImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/imports/$importId',
  component: ImportScreen,
  validateSearch: (raw: Raw) => listSearch(raw),
});
const settings = createRoute({ getParentRoute: () => signedIn, path: '/settings', component: SettingsRoute });
const duplicates = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/duplicates',
  component: DuplicatesScreen,
});
const cards = createRoute({ getParentRoute: () => signedIn, path: '/people/cards', component: CardsScreen });
const members = createRoute({ getParentRoute: () => signedIn, path: '/settings/members', component: MembersScreen });
const privacy = createRoute({ getParentRoute: () => signedIn, path: '/settings/privacy', component: PrivacyScreen });
const promises = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/privacy/promises',
  component: PromisesScreen,
});
const privacyRequest = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/privacy/$requestId',
  component: RequestScreen,
});
// Rarely read: all of the audit comes by itself.
const journal = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/audit',
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      actor: text(raw.actor),
      way: oneOf(raw.way, Object.keys(texts.audit.ways) as (keyof typeof texts.audit.ways)[]),
      domain: oneOf(raw.domain, Object.keys(texts.audit.domains)),
      record: text(raw.record),
      person: text(raw.person),
      from: day(raw.from),
      to: day(raw.to),
      undoing: flag(raw.undoing),
    }),
  }),
}).lazy(() => import('./audit').then((part) => part.Journal));
const looks = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/audit/looks',
  validateSearch: (raw: Raw) => ({
    ...listSearch(raw),
    ...defined({
      actor: text(raw.actor),
      record: text(raw.record),
      person: text(raw.person),
      from: day(raw.from),
      to: day(raw.to),
    }),
  }),
}).lazy(() => import('./audit').then((part) => part.Looks));
const seal = createRoute({ getParentRoute: () => signedIn, path: '/settings/audit/seal' }).lazy(() =>
  import('./audit').then((part) => part.Seal),
);
const check = createRoute({ getParentRoute: () => signedIn, path: '/settings/audit/check' }).lazy(() =>
  import('./audit').then((part) => part.Check),
);
// Where the check was before.
const replay = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/replay',
  component: () => <Navigate to="/settings/audit/check" replace />,
});
const support = createRoute({ getParentRoute: () => signedIn, path: '/settings/support', component: SupportScreen });
const operator = createRoute({ getParentRoute: () => signedIn, path: '/operator', component: OverviewScreen });
const businesses = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/businesses',
  component: BusinessesScreen,
});
const operatorMails = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/mails',
  component: MailsScreen,
});
const webhooks = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/webhooks',
  component: WebhooksScreen,
});
const subscriptions = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/subscriptions',
  component: SubscriptionsScreen,
});
const billing = createRoute({ getParentRoute: () => signedIn, path: '/settings/billing', component: BillingScreen });
const stuck = createRoute({ getParentRoute: () => signedIn, path: '/operator/stuck', component: StuckScreen });
const processors = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/processors',
  component: ProcessorsScreen,
});
const operatorPrivacy = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/privacy',
  component: OperatorPrivacyScreen,
});
const operatorLog = createRoute({ getParentRoute: () => signedIn, path: '/operator/log', component: LogScreen });
const operatorAccount = createRoute({
  getParentRoute: () => signedIn,
  path: '/operator/account',
  component: OperatorAccountRoute,
});
const apiKeys = createRoute({ getParentRoute: () => signedIn, path: '/settings/api-keys', component: ApiKeysScreen });
const exportAll = createRoute({ getParentRoute: () => signedIn, path: '/settings/export', component: ExportScreen });
const deliveries = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/deliveries',
  component: DeliveriesScreen,
  validateSearch: (raw: Raw): { list?: string; name?: string } =>
    defined({ list: text(raw.list), name: text(raw.name) }),
});
const secondStep = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/second-step',
  component: SecondStepScreen,
});
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signUp,
    google,
    forgotPassword,
    resetPassword,
    setUp,
    changeEmail,
    mailbox,
    policy,
    offer,
    myData,
    erasedBusiness,
    unsubscribe,
    join,
    signedIn.addChildren([
      today,
      quote,
      inbox,
      campaigns,
      campaign,
      deals,
      deal,
      inspection,
      revision,
      stock,
      stockValue,
      lot,
      custody,
      traced,
      sales,
      newSale,
      sale,
      editSale,
      people,
      duplicates,
      cards,
      person,
      money,
      mileage,
      payouts,
      receivables,
      cash,
      prices,
      buyers,
      buyer,
      products,
      product,
      whatIf,
      filedReports,
      tierDrops,
      reports,
      imports,
      anImport,
      settings,
      members,
      privacy,
      journal,
      looks,
      seal,
      check,
      replay,
      promises,
      privacyRequest,
      support,
      operatorPrivacy,
      operator,
      businesses,
      subscriptions,
      billing,
      stuck,
      operatorMails,
      webhooks,
      processors,
      operatorLog,
      operatorAccount,
      apiKeys,
      exportAll,
      deliveries,
      secondStep,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
